package io.geowire.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.RawDate;
import io.geowire.ingest.item.RawItem;
import io.geowire.ingest.json.JsonText.JsonFaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonItemsTest {
    @Test
    void readsEveryFieldOfAPlainItemAndIgnoresOthers() throws Exception {
        RawItem item = item("""
                {"id":"x1","title":"T","body":"B","source":"S","url":"https://e.example/a","byline":"Jane Doe",
                 "language":"en","publishedAt":"2026-02-06","topics":["x"],"entities":[{"id":1}],"labels":null}""");

        assertThat(item)
                .isEqualTo(new RawItem(
                        "x1", "T", "B", "S", "https://e.example/a", "Jane Doe", "en", RawDate.text("2026-02-06")));
    }

    @Test
    void absentAndNullFieldsAreTheSame() throws Exception {
        assertThat(item("{\"title\":\"T\",\"id\":null,\"body\":null,\"publishedAt\":null}"))
                .isEqualTo(item("{\"title\":\"T\"}"))
                .isEqualTo(RawItem.text("T", null, null));
    }

    @Test
    void idAndDateMayBeNumbers() throws Exception {
        RawItem item = item("{\"title\":\"T\",\"id\":12345678901234567890,\"publishedAt\":1770372000}");

        assertThat(item.id()).isEqualTo("12345678901234567890");
        assertThat(item.date()).isEqualTo(RawDate.number("1770372000"));
    }

    @Test
    void blankDateIsNone() throws Exception {
        assertThat(item("{\"title\":\"T\",\"publishedAt\":\" \"}").date()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":7}|title: a string is needed, this is a number",
                "{\"title\":[\"T\"]}|title: a string is needed, this is an array",
                "{\"title\":\"T\",\"body\":{}}|body: a string is needed, this is an object",
                "{\"title\":\"T\",\"source\":true}|source: a string is needed, this is a Boolean",
                "{\"title\":\"T\",\"url\":1}|url: a string is needed, this is a number",
                "{\"title\":\"T\",\"id\":[1]}|id: a string or a number is needed, this is an array",
                "{\"title\":\"T\",\"publishedAt\":false}|publishedAt: a string or a number is needed, this is a Boolean",
                "[{\"title\":\"T\"}]|an object is needed, this is an array",
                "\"T\"|an object is needed, this is a string",
                "7|an object is needed, this is a number",
                "null|an object is needed, this is null",
            })
    void wrongTypeNamesTheField(String json, String reason) {
        assertThatThrownBy(() -> item(json))
                .isInstanceOf(ItemFaultException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"T|broken JSON: it ends in the middle of a value",
                "{\"title\":|broken JSON: it ends in the middle of a value",
                "{\"title\":\"T\"} x|broken JSON at character",
                "{\"title\":\"T\"} {\"title\":\"U\"}|one JSON value is needed",
                "{title:\"T\"}|broken JSON at character",
                "{'title':'T'}|broken JSON at character",
                "{\"title\":\"T\",}|broken JSON at character",
                "{\"title\":NaN}|broken JSON at character",
                "{\"title\":\"\\x\"}|broken JSON at character",
                "{\"title\":\"T\",\"title\":\"U\"}|a field is there twice",
                "not json|broken JSON at character",
            })
    void brokenJsonIsAFault(String json, String reason) {
        assertThatThrownBy(() -> item(json))
                .isInstanceOf(JsonFaultException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void deepNestingIsAFault() {
        String deep = "{\"title\":\"T\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> item(deep))
                .isInstanceOf(JsonFaultException.class)
                .hasMessageStartingWith("JSON beyond the limits: Document nesting depth");
    }

    @Test
    void numberWithoutEndIsAFault() {
        assertThatThrownBy(() -> item("{\"title\":\"T\",\"id\":" + "9".repeat(5_000) + "}"))
                .isInstanceOf(JsonFaultException.class)
                .hasMessageStartingWith("JSON beyond the limits: Number value length");
    }

    @Test
    void faultKnowsItsLine() {
        assertThatThrownBy(() -> JsonText.parse("{\n\"title\":\n\"T\" oops}"))
                .isInstanceOfSatisfying(
                        JsonFaultException.class,
                        fault -> assertThat(fault.line()).isEqualTo(3));
    }

    @Test
    void readsNinjsOfTheFirstGeneration() throws Exception {
        RawItem item = item("""
                {"uri":"http://n.example/items/1","type":"text","versioncreated":"2026-02-06T11:00:00Z",
                 "firstcreated":"2026-02-06T10:00:00Z","byline":"Jane Doe","headline":"Oil falls","language":"en",
                 "title":"slug","body_xhtml":"<p>X</p>","body_text":"Plain.","infosource":[{"name":"Example Wire"}]}""");

        assertThat(item)
                .isEqualTo(new RawItem(
                        "http://n.example/items/1",
                        "Oil falls",
                        "Plain.",
                        "Example Wire",
                        null,
                        "Jane Doe",
                        "en",
                        RawDate.text("2026-02-06T10:00:00Z")));
    }

    @Test
    void readsNinjsOfTheSecondGeneration() throws Exception {
        RawItem item = item("""
                {"uri":"urn:x:2","versioncreated":"2026-02-06T11:00:00Z","pubstatus":"usable","by":"Jane Doe",
                 "headlines":[{"role":"short","value":"Oil"},{"role":"main","value":"Oil falls"}],
                 "bodies":[{"role":"html","contenttype":"text/html","value":"<p>X</p>"},
                           {"role":"main","contenttype":"text/plain","value":"Plain."}],
                 "infosources":[{"role":"x"},{"name":"Example Wire"}]}""");

        assertThat(item)
                .isEqualTo(new RawItem(
                        "urn:x:2",
                        "Oil falls",
                        "Plain.",
                        "Example Wire",
                        null,
                        "Jane Doe",
                        null,
                        RawDate.text("2026-02-06T11:00:00Z")));
    }

    @Test
    void readsNinjsOfTheThirdGeneration() throws Exception {
        RawItem item = item("""
                {"uri":"urn:x:3","versionCreated":"2026-02-06T11:00:00Z","pubStatus":"usable",
                 "headlines":[{"value":"Oil falls"}],"bodies":[{"contentType":"text/plain","value":"Plain."}],
                 "copyrightHolder":"Example Wire"}""");

        assertThat(item.title()).isEqualTo("Oil falls");
        assertThat(item.body()).isEqualTo("Plain.");
        assertThat(item.source()).isEqualTo("Example Wire");
        assertThat(item.date()).isEqualTo(RawDate.text("2026-02-06T11:00:00Z"));
    }

    @Test
    void takesTheTextOutOfHtmlWhenThereIsNoOther() throws Exception {
        RawItem item = item("""
                {"uri":"urn:x:4","headline":"Oil falls",
                 "body_html":"<html><head><title>No</title></head><body><h1>Oil</h1><p>One &amp; <b>two</b>.</p><p>Three<br>four</p><script>x()</script></body></html>"}""");

        assertThat(item.body()).isEqualTo("Oil\n\nOne & two.\n\nThree\nfour");
    }

    @Test
    void summaryStandsInForABody() throws Exception {
        assertThat(item("{\"uri\":\"urn:x:5\",\"headlines\":[{\"value\":\"Oil falls\"}],"
                                + "\"descriptions\":[{\"value\":\"In short.\"}]}")
                        .body())
                .isEqualTo("In short.");
    }

    @ParameterizedTest
    @CsvSource({
        "pubstatus,canceled,its provider marks it canceled",
        "pubStatus,withheld,its provider marks it withheld",
        "type,picture,'its type is picture, not text'",
        "type,planning,'its type is planning, not text'",
    })
    void ninjsThatIsNotForPublicationIsWithheld(String field, String value, String reason) throws Exception {
        assertThat(JsonItems.read(JsonText.parse(
                        "{\"uri\":\"urn:x:6\",\"headline\":\"Oil\",\"%s\":\"%s\"}".formatted(field, value))))
                .isEqualTo(new JsonItems.Reading.Withheld(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uri\":\"urn:x:7\",\"body_text\":\"B\"}", "{\"uri\":\"urn:x:7\",\"headlines\":[]}"})
    void ninjsNeedsAHeadline(String json) {
        assertThatThrownBy(() -> item(json)).hasMessage("headline is missing");
    }

    @Test
    void wrongTypeInNinjsNamesTheField() {
        assertThatThrownBy(() -> item("{\"uri\":\"urn:x:8\",\"headlines\":\"Oil\"}"))
                .hasMessage("headlines: an array is needed, this is a string");
        assertThatThrownBy(() -> item("{\"uri\":\"urn:x:8\",\"headlines\":[\"Oil\"]}"))
                .hasMessage("headlines: an array of objects is needed, this is a string");
    }

    @Test
    void plainItemMayHaveAUriAmongOtherFields() throws Exception {
        assertThat(item("{\"uri\":\"urn:x:9\",\"title\":\"T\",\"body\":\"B\"}").body())
                .isEqualTo("B");
    }

    private static RawItem item(String json) throws Exception {
        return ((JsonItems.Reading.Item) JsonItems.read(JsonText.parse(json))).item();
    }
}
