using IncidentHub.Domain;

namespace IncidentHub.Tests.Domain;

public class ReferenceTests
{
    static readonly Guid command = new("8c1de0a4-3c2c-4b59-9d6c-2d3f1f7f0b11");
    static readonly byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Minting_is_deterministic() =>
        Reference.Mint("E", 8, key, command, 0).ShouldBe(Reference.Mint("E", 8, key, command, 0));

    [Fact]
    public void Another_attempt_key_or_command_gives_another_reference()
    {
        var reference = Reference.Mint("E", 8, key, command, 0);
        Reference.Mint("E", 8, key, command, 1).ShouldNotBe(reference);
        Reference.Mint("E", 8, [.. key.Reverse()], command, 0).ShouldNotBe(reference);
        Reference.Mint("E", 8, key, Guid.NewGuid(), 0).ShouldNotBe(reference);
    }

    [Theory]
    [InlineData("E", 8)]
    [InlineData("F", 5)]
    [InlineData("INS", 12)]
    public void It_has_its_prefix_and_so_many_letters_that_survive_a_telephone(string prefix, int length)
    {
        for (var attempt = 0; attempt < 500; attempt++)
            Reference.Mint(prefix, length, key, command, attempt).Text.ShouldMatch($"^{prefix}-[0-9A-HJKMNP-TV-Z]{{{length}}}$");
    }

    [Fact]
    public void All_32_letters_are_used() =>
        string.Concat(Enumerable.Range(0, 500).Select(attempt => Reference.Mint("E", 8, key, command, attempt).Text[2..])).Distinct().Count().ShouldBe(32);

    /// <summary>Computed independently (Python's hmac): references are permalinks, so that the recipe must not drift.</summary>
    [Fact]
    public void It_stays_what_it_was() => Reference.Mint("E", 8, key, command, 0).Text.ShouldBe("E-VPC3RY8C");

    [Fact]
    public void An_object_is_called_by_five_letters_of_its_first_entry() =>
        ForObject("T").ShouldBe(new Reference("T-7K2QM"));

    [Theory]
    [InlineData(new[] { "F-7K2QM" }, "F-K2QM4")]
    [InlineData(new[] { "F-7K2QM", "F-K2QM4" }, "F-2QM4X")]
    [InlineData(new[] { "F-7K2QM", "F-K2QM4", "F-2QM4X" }, "F-QM4XA")]
    [InlineData(new[] { "F-7K2QM", "F-K2QM4", "F-2QM4X", "F-QM4XA" }, "F-7K2QM4XA")]
    [InlineData(new[] { "F-K2QM4", "T-7K2QM" }, "F-7K2QM")]
    public void When_they_are_taken_the_next_five_are_tried_and_at_last_all_eight(string[] taken, string expected) =>
        ForObject("F", taken).Text.ShouldBe(expected);

    [Fact]
    public void The_same_entry_gives_the_same_reference() =>
        ForObject("F", "F-7K2QM").ShouldBe(ForObject("F", "F-7K2QM"));

    static Reference ForObject(string prefix, params string[] taken) =>
        Reference.ForObject(prefix, new Reference("E-7K2QM4XA"), reference => taken.Contains(reference.Text));
}

public class DerivedIdTests
{
    /// <summary>RFC 9562, appendix A.4.</summary>
    [Fact]
    public void Version_5_is_as_the_standard_says() =>
        DerivedId.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com").ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
}
