using System.Collections.Frozen;
using System.Globalization;
using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>Loads the files of <c>Vocabulary/en</c>; Vocabulary/README.md says what each holds and where it comes from.</summary>
internal static class EnglishVocabulary
{
    public static LexiconBuilder Load()
    {
        var builder = new LexiconBuilder();
        Verbs(builder);
        People(builder);
        Nouns(builder);
        ClosedClasses(builder);
        Numbers(builder);
        NameVocabulary.Load(builder);
        Reporting(builder);
        Casualties(builder);
        HarmBeside(builder);
        CountReader.Register(builder);
        GrammarWords(builder);
        return builder.Finish();
    }

    private static void GrammarWords(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("grammar-words.txt"))
        {
            foreach (var word in row[0].Split(' '))
            {
                builder.Entry(word);
            }
        }
    }

    /// <summary>Words that tell of a harm only together with others; a sentence that holds neither these nor a casualty word is not asked.</summary>
    private static void HarmBeside(LexiconBuilder builder)
    {
        var verbs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Table.Read("harm-beside.tsv"))
        {
            if (row[1] == "verb") verbs.Add(row[0]);
            else builder.Add(row[0], WordClass.HarmBeside);
        }

        foreach (var word in builder.Words.Values.Where(word => word.NotPeople == "wound" || (word.Verb is { } verb && verbs.Contains(verb.Lemma))))
        {
            word.Class |= WordClass.HarmBeside;
        }
    }

    private static void ClosedClasses(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("closed-class.tsv"))
        {
            var word = builder.Entry(row[0]);

            // A function word is that and nothing else: "will", "may" and "like" are no nouns or verbs here.
            word.Class = row.List(1).Aggregate(WordClass.None, (all, name) => all | Enum.Parse<WordClass>(name));
            word.InFull = row.OrNull(2) is { } full ? builder.Entry(full) : null;
            word.Gender = row[0] switch { "he" or "him" or "his" or "himself" => 'm', "she" or "her" or "herself" => 'f', _ => 'u' };
        }
    }

    private static void Numbers(LexiconBuilder builder)
    {
        foreach (var file in (string[])["numbers.tsv", "calendar.tsv"])
        {
            foreach (var row in Table.Read(file))
            {
                var classes = Enum.Parse<WordClass>(row[1]);
                var word = builder.Add(row[0], classes);
                word.IsPlural |= classes == WordClass.Fraction && row[0].EndsWith('s');
                word.Value = long.Parse(row[2], CultureInfo.InvariantCulture);
            }
        }
    }

    private static void Verbs(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("verbs.tsv"))
        {
            var flags = row.Set(3);
            builder.Remember(row[0], row[1], row[2], flags);
            builder.AddVerb(row[0], row[1], row[2], flags);
        }
    }

    private static void People(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("person-nouns.tsv"))
        {
            var isPluralOnly = row.Set(3).Contains("plural-only");
            var plural = row.OrNull(1) ?? (isPluralOnly ? row[0] : Inflection.Plural(row[0]));
            var person = new PersonNoun(row[0], plural, KebabCase.Parse<PartyKind>(row[2]), row.Set(3));
            var classes = WordClass.PersonNoun | (person.IsRole ? WordClass.Role : WordClass.None);
            if (!isPluralOnly)
            {
                builder.Add(person.Singular, classes).Person ??= person;
            }

            var many = builder.Add(plural, classes);
            many.Person ??= person;
            many.IsPlural = true;
        }
    }

    private static void Nouns(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("nouns-not-people.tsv"))
        {
            var flags = row.Set(2);
            var isPlural = flags.Contains("plural");
            var plural = isPlural ? row[0] : Inflection.Plural(row[0]);
            foreach (var form in isPlural ? [plural] : (string[])[row[0], plural])
            {
                var word = builder.Add(form, WordClass.Noun | WordClass.NotPeople);
                word.NotPeople = row[1];
                word.BodyPart = flags.Contains("limb") ? BodyPart.Limb : flags.Contains("bone") ? BodyPart.Bone : BodyPart.None;
                word.IsCivil = flags.Contains("civil");
                word.IsPlural |= form == plural;
            }
        }

        foreach (var row in Table.Read("adjectives.tsv"))
        {
            builder.Add(row[0], WordClass.Adjective | (row[1] == "people-name" ? WordClass.PeopleName : WordClass.None)).AdjectiveKind = row[1];
        }
    }

    private static void Reporting(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("reporting-verbs.tsv"))
        {
            var term = new ReportingTerm(row[0], row[1], row.Set(2), row.Set(3));
            builder.AddVerb(row[0], "", "", term.Flags, word =>
            {
                word.Class |= WordClass.ReportingVerb;
                word.Reporting = term;
            });
        }

        foreach (var row in Table.Read("reporting-nouns.tsv"))
        {
            var term = new ReportingTerm(row[0], row[1], FrozenSet<string>.Empty, row.Set(2));
            foreach (var (form, isPlural) in new[] { (row[0], false), (Inflection.Plural(row[0]), true) })
            {
                var word = builder.Add(form, WordClass.Noun | WordClass.ReportingNoun);
                word.Reporting ??= term;
                word.IsPlural |= isPlural;
            }
        }

        foreach (var row in Table.Read("reporting-adjectives.tsv"))
        {
            builder.Add(row[0], WordClass.Adjective | WordClass.ReportingAdjective).Reporting ??= new ReportingTerm(row[0], row[1], row.Set(2), FrozenSet<string>.Empty);
        }
    }

    private static void Casualties(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("casualties.tsv"))
        {
            var members = row[3].StartsWith("mixed:", StringComparison.Ordinal)
                ? row[3][6..].Split(';').Select(KebabCase.Parse<CasualtyCategory>).ToArray()
                : [];
            var category = members.Length > 0 ? CasualtyCategory.Mixed : KebabCase.Parse<CasualtyCategory>(row[3]);
            var term = new CasualtyTerm(row[0], KebabCase.Parse<CasualtyFrame>(row[2]), category, members, row.OrNull(4))
            {
                IsOfPeopleOnly = row[5].Length > 0 && row[5] != "things",
                IsOfThingsToo = row[5] == "things",
                IsManner = row[5] == "manner",
                IsDegree = row[5] == "degree",
            };
            switch (row[1])
            {
                case "verb":
                    builder.AddVerb(row[0], "", "", FrozenSet<string>.Empty, Hang);
                    break;
                case "noun":
                    Hang(builder.Add(row[0], WordClass.Noun));
                    var many = builder.Add(Inflection.Plural(row[0]), WordClass.Noun);
                    many.IsPlural = true;
                    Hang(many);
                    break;
                default:
                    Hang(builder.Add(row[0], WordClass.Adjective));
                    break;
            }

            void Hang(Word word)
            {
                word.Class |= WordClass.Casualty;
                if (row[1] != "noun")
                {
                    word.Casualty ??= term;
                    word.Class &= term.Frame == CasualtyFrame.Predicate ? ~WordClass.Verb : row[1] == "verb" ? ~WordClass.Adjective : word.Class;
                }
                else
                {
                    word.CasualtyNoun ??= term;

                    if (term.Frame != CasualtyFrame.Agent)
                    {
                        // "casualties" and "lives" are counted themselves; they are no party.
                        word.Class &= ~WordClass.PersonNoun;
                        word.Person = null;
                    }
                }
            }
        }
    }
}
