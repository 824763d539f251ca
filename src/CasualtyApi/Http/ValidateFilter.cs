using FluentValidation;
using FluentValidation.Results;

namespace CasualtyApi.Http;

/// <summary>A request body after reading: a value to validate, or the reason why there is none.</summary>
internal interface IRequestBody
{
    object? Value { get; }

    ProblemResult? Problem { get; }
}

/// <summary>Refuses a body that could not be read, or that its FluentValidation validator finds at fault.</summary>
internal sealed class ValidateFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        foreach (var body in context.Arguments.OfType<IRequestBody>())
        {
            if ((body.Problem ?? Refusal(body.Value, services)) is { } problem)
            {
                return problem;
            }
        }

        return await next(context);
    }

    /// <summary>What the value's validator has against it; null for a good one and for one without a validator.</summary>
    public static BadRequestProblem? Refusal(object? value, IServiceProvider services)
    {
        if (value is null || services.GetService(typeof(IValidator<>).MakeGenericType(value.GetType())) is not IValidator validator)
        {
            return null;
        }

        var result = validator.Validate(new ValidationContext<object>(value));
        return result.IsValid ? null : Refusal(result.Errors);
    }

    /// <summary>What is said of faults.</summary>
    public static BadRequestProblem Refusal(IReadOnlyList<ValidationFailure> faults) => new(
        ProblemType.BadValue,
        string.Join(' ', faults.Select(fault => $"Member '{fault.PropertyName}' {fault.ErrorMessage}")),
        faults.GroupBy(fault => fault.PropertyName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(fault => fault.ErrorMessage).ToArray(), StringComparer.Ordinal));
}
