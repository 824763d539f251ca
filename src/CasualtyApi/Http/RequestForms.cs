namespace CasualtyApi.Http;

/// <summary>The forms of body an operation reads, for its documentation.</summary>
internal sealed record RequestForms(string Description, params IReadOnlyList<RequestForm> Forms);

/// <summary>One of them.</summary>
/// <param name="Type">What its JSON is read into; a string for bare text.</param>
/// <param name="Example">A body that is answered with 200.</param>
internal sealed record RequestForm(string MediaType, Type Type, string Example);

/// <summary>What the whole of an answer in a form is.</summary>
internal sealed record FormType(AnswerFormat Format, Type Type);

/// <summary>What a line of a streamed answer can be.</summary>
internal sealed record LineTypes(string MediaType, IReadOnlyList<Type> Types);
