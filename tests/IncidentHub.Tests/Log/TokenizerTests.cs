using FsCheck.Fluent;
using IncidentHub.Log;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Log;

public class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n.,;—", "")]
    [InlineData("Data Pemilih", "data pemilih")]
    [InlineData("Café CAFÉ cafe\u0301", "cafe cafe cafe")]
    [InlineData("204.807.203 baris", "204 807 203 baris")]
    [InlineData("KPU/BSSN: e-mail?", "kpu bssn e mail")]
    [InlineData("#14 E-7K2QM4XA", "14 e 7k2qm4xa")]
    [InlineData("“Jimbo”\u200B", "jimbo")]
    [InlineData("ＫＰＵ ﬁle ½", "kpu file 1 2")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("數據 データ данные", "數據 テータ данные")]
    [InlineData("𝒳 😀 𞤀", "x 𞤢")]
    public void A_word_is_a_run_of_letters_and_digits_without_case_and_diacritics(string text, string words) =>
        string.Join(' ', Tokenizer.Words(text)).ShouldBe(words);

    [Fact]
    public void What_is_no_character_parts_words_and_does_no_harm()
    {
        Tokenizer.Words("satu\uFFFEdua\uD83Dtiga\uDE00").ShouldBe(["satu", "dua", "tiga"]);
        Tokenizer.Words("\uFFFF\uFDD0\uFFFE").ShouldBeEmpty();
    }

    [Fact]
    public void A_very_long_word_counts_by_its_beginning()
    {
        Tokenizer.Words(new string('a', 1_000)).ShouldBe([new string('a', 64)]);
        Tokenizer.Matches(new string('a', 1_000), Tokenizer.Words(new string('a', 500))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("...", true)]
    [InlineData("data", true)]
    [InlineData("DAT", true)]
    [InlineData("pemilih data", true)]
    [InlineData("pemilih dat", true)]
    [InlineData("dat pemilih", false)]
    [InlineData("pemilihan", false)]
    [InlineData("204.807", true)]
    [InlineData("data data", true)]
    public void A_query_asks_for_every_word_the_last_one_perhaps_begun(string query, bool found) =>
        Tokenizer.Matches("Data pemilih: 204.807.203", Tokenizer.Words(query)).ShouldBe(found);

    [Fact]
    public void Words_are_letters_and_digits_only_so_that_no_database_reads_an_operator_in_them() =>
        Always.Holds(Some.Text, text => Tokenizer.Words(text).All(word => word.Length > 0 && word.EnumerateRunes().All(System.Text.Rune.IsLetterOrDigit)));

    [Fact]
    public void Cutting_words_again_changes_nothing() =>
        Always.Holds(Some.Text, text => Tokenizer.Words(string.Join(' ', Tokenizer.Words(text))).SequenceEqual(Tokenizer.Words(text)));

    [Fact]
    public void A_text_has_each_of_its_own_words_and_their_beginnings() =>
        Always.Holds(Some.Text, text => Tokenizer.Words(text).All(word => Tokenizer.Matches(text, [word]) && word.EnumerateRunes().First().ToString() is var begun && Tokenizer.Matches(text, [begun])), times: 500);
}
