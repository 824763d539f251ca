using System.Linq.Expressions;

namespace CasualtyApi.Queries.Subjects;

/// <summary>An expression with another parameter for its own.</summary>
internal sealed class Rebound : ExpressionVisitor
{
    private readonly Expression _from, _to;

    private Rebound(Expression from, Expression to) => (_from, _to) = (from, to);

    public static Expression To(LambdaExpression lambda, Expression parameter) =>
        new Rebound(lambda.Parameters[0], parameter).Visit(lambda.Body)!;

    public override Expression? Visit(Expression? node) => node == _from ? _to : base.Visit(node);
}
