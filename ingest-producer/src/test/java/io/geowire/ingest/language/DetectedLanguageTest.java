package io.geowire.ingest.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.RawItem;
import io.geowire.ingest.normalise.Arrival;
import io.geowire.ingest.normalise.Normaliser;
import io.geowire.ingest.normalise.Normaliser.Normalised;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectedLanguageTest {
    private static final DetectedLanguage RULE = new DetectedLanguage(new LanguageDetector(OpenNlpModel.load()));
    private static final String GERMAN = "Das Gericht in Helsinki hat am Freitag entschieden, dass das Schiff den Hafen"
            + " vorerst nicht verlassen darf. Der Eigentümer will Berufung einlegen.";
    private static final String ENGLISH =
            "The court in Helsinki ruled on Friday that the ship may not leave the port for the"
                    + " time being. Its owner said that he would appeal against the ruling.";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"und", "mul", "zxx"})
    void itemThatDeclaresNoLanguageHasThatOfItsText(@Nullable String declared) throws ItemFaultException {
        Normalised german = settle(declared, "Tanker bleibt an der Kette", GERMAN);

        assertThat(german.article().getLanguage()).isEqualTo("de");
        assertThat(german.warnings()).isEmpty();
        assertThat(settle(declared, "Tanker held", ENGLISH).article().getLanguage())
                .isEqualTo("en");
        assertThat(settle(declared, "Zelenskyy, Merkel", null).article().getLanguage())
                .isNull();
    }

    @Test
    void declaredLanguageStandsUnlessTheTextIsSure() throws ItemFaultException {
        assertThat(settle("en-US", "Bundestag beschließt Sanktionen", null)
                        .article()
                        .getLanguage())
                .isEqualTo("en-US");
        assertThat(settle("de", "Tanker held in Helsinki", null).article().getLanguage())
                .isEqualTo("de");
        assertThat(settle("en-GB", "Tanker held", ENGLISH).article().getLanguage())
                .isEqualTo("en-GB");
    }

    @Test
    void textThatIsSureContradictsWhatItsFeedDeclares() throws ItemFaultException {
        Normalised german = settle("en-US", "Tanker bleibt an der Kette", GERMAN);

        assertThat(german.article().getLanguage()).isEqualTo("de");
        assertThat(german.warnings()).containsExactly("language: en-US is declared, the text is de");
        assertThat(settle("de", "Tanker held", ENGLISH).article().getLanguage()).isEqualTo("en");
        assertThat(settle("en", "Суд оставил танкер под арестом", null)
                        .article()
                        .getLanguage())
                .isIn("ru", "bg", "mk");
    }

    @Test
    void declarationDecidesBetweenOtherLanguages() throws ItemFaultException {
        Normalised declaredAustrian = settle("sv", "Tanker bleibt an der Kette", GERMAN);

        assertThat(declaredAustrian.article().getLanguage()).isEqualTo("sv");
        assertThat(declaredAustrian.warnings()).isEmpty();
        assertThat(settle("sr-Cyrl", "Суд је оставио танкер у луци", null)
                        .article()
                        .getLanguage())
                .isEqualTo("sr-Cyrl");
    }

    @Test
    void whatIsDetectedIsNeitherIdentityNorContent() throws ItemFaultException {
        Normalised declared = normalise(null, "Tanker bleibt an der Kette", GERMAN);
        Normalised settled = RULE.settle(declared);

        assertThat(settled.article().getId()).isEqualTo(declared.article().getId());
        assertThat(settled.article().getContentHash())
                .isEqualTo(declared.article().getContentHash());
    }

    @Test
    void earlierWarningsStay() throws ItemFaultException {
        assertThat(settle("not a language", "Tanker held", ENGLISH).warnings())
                .containsExactly("language: 'not a language' is no BCP 47 tag; it is left out");
    }

    private static Normalised settle(@Nullable String language, String title, @Nullable String body)
            throws ItemFaultException {
        return RULE.settle(normalise(language, title, body));
    }

    private static Normalised normalise(@Nullable String language, String title, @Nullable String body)
            throws ItemFaultException {
        return Normaliser.normalise(
                new RawItem(null, title, body, null, null, null, language, null),
                new Arrival("-", null, Instant.parse("2026-02-06T12:00:00Z")));
    }
}
