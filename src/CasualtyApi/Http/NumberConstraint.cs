using System.Globalization;
using Microsoft.AspNetCore.Routing.Matching;

namespace CasualtyApi.Http;

/// <summary>A number in a path in its one spelling, without a plus or zeros before it, so that a record has one address.</summary>
internal sealed class NumberConstraint : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
{
    public const string Name = "number";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && MatchesLiteral(routeKey, Convert.ToString(value, CultureInfo.InvariantCulture)!);

    public bool MatchesLiteral(string parameterName, string literal) =>
        long.TryParse(literal, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == literal;
}
