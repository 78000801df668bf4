package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionsTest {
    @ParameterizedTest
    @CsvSource({
        "attack, attack attacks attacked attacking",
        "strike, strike strikes striked striking",
        "deny, deny denies denied denying",
        "delay, delay delays delayed delaying",
        "clash, clash clashes clashed clashing",
        "tax, tax taxes taxed taxing",
        "ban, ban bans baned baning banned banning",
        "veto, veto vetos vetoed vetoing"
    })
    void givesTheRegularForms(String word, String forms) {
        assertThat(Inflections.of(word)).containsExactlyInAnyOrder(forms.split(" "));
    }
}
