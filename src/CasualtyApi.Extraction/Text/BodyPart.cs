namespace CasualtyApi.Extraction.Text;

/// <summary>What of the body a noun names, as far as it tells how badly somebody is hurt.</summary>
internal enum BodyPart
{
    None,

    /// <summary>A limb or a part of one: it can be lost and broken, and nobody is killed by a shot in it.</summary>
    Limb,

    /// <summary>It can be broken: "ribs", "a jaw".</summary>
    Bone,
}
