namespace CasualtyApi.Store.Terms;

/// <summary>What the holder of a key may do. Each role may do what those before it may.</summary>
public enum Role
{
    Reader,
    Contributor,
    Reviewer,
    Admin,
}
