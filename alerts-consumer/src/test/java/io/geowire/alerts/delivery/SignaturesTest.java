package io.geowire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.geowire.alerts.delivery.format.Messages;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    /** The example of the specification. */
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    private static final String TIMESTAMP = "1614265330";
    private static final byte[] PAYLOAD = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void signsTheKnownExample() {
        assertThat(Signatures.sign(List.of(Samples.SECRET), ID, TIMESTAMP, PAYLOAD))
                .isEqualTo(SIGNATURE);
    }

    @Test
    void signsWithEverySecretTheNewestFirst() {
        String both = Signatures.sign(List.of(Samples.OLD_SECRET, Samples.SECRET), ID, TIMESTAMP, PAYLOAD);

        assertThat(both).matches("v1,\\S+ v1,\\S+").endsWith(" " + SIGNATURE);
    }

    /** The official library has no clock to set, so these are signed now. */
    @ParameterizedTest
    @ValueSource(strings = {"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"})
    void theOfficialLibraryAcceptsWhatIsSignedAndRejectsAChangedByte(String eitherSecret) throws Exception {
        Receiver desk = Samples.receiver(Format.STANDARD_WEBHOOKS);
        Message message = Messages.render(
                desk, Samples.alert().setTitle("“Ночь” 🌍 \u0000 שלום").build());
        HttpHeaders headers = http(Signatures.headers(desk, message, Instant.now()));
        Webhook library = new Webhook(eitherSecret);

        assertThatCode(() -> library.verify(message.text(), headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> library.verify(message.text().replaceFirst("raised", "Raised"), headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aRetryHasTheSameIdAndATimeOfItsOwn() {
        Receiver desk = Samples.receiver(Format.STANDARD_WEBHOOKS);
        Message message = Messages.render(desk, Samples.alert().build());

        Map<String, String> first = Signatures.headers(desk, message, SIGNED_AT);
        Map<String, String> second = Signatures.headers(desk, message, SIGNED_AT.plusSeconds(5));

        assertThat(first)
                .containsEntry("webhook-id", "0123456789abcdef0123456789abcdef-1")
                .containsEntry("webhook-timestamp", TIMESTAMP);
        assertThat(second)
                .containsEntry("webhook-id", first.get("webhook-id"))
                .containsEntry("webhook-timestamp", "1614265335");
        assertThat(second.get("webhook-signature")).isNotEqualTo(first.get("webhook-signature"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormatIsSignedIfThereIsASecret(Format format) {
        Receiver receiver = Samples.receiver(format);
        Message message = Messages.render(receiver, Samples.alert().build());
        Map<String, String> headers = Signatures.headers(receiver, message, SIGNED_AT);

        assertThat(Signatures.fault(
                        List.of(Samples.SECRET),
                        headers.get(Signatures.ID),
                        headers.get(Signatures.TIMESTAMP),
                        headers.get(Signatures.SIGNATURE),
                        message.body(),
                        SIGNED_AT))
                .isEmpty();
    }

    @Test
    void headersOfTheReceiverAreSentAndCannotReplaceThoseOfTheDelivery() {
        Receiver receiver = Samples.receiver(
                Format.CLOUDEVENTS,
                "https://desk.example/",
                Filter.ALL,
                Map.of("Authorization", new Secret("Bearer t"), "webhook-id", new Secret("forged")));
        Message message = Messages.render(receiver, Samples.alert().build());

        assertThat(Signatures.headers(receiver, message, SIGNED_AT))
                .containsEntry("Authorization", "Bearer t")
                .containsEntry("webhook-id", message.id());
    }

    @Test
    void acceptsADeliveryOfWhichOneSignatureIsRight() {
        assertThat(fault(TIMESTAMP, "v1a,AAAA v1,AAAA " + SIGNATURE, SIGNED_AT)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1,",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
            })
    void rejectsAnyOtherSignature(String signature) {
        assertThat(fault(TIMESTAMP, signature, SIGNED_AT)).isEqualTo("no signature is of a secret known here");
    }

    @Test
    void rejectsWhatIsTooOldOrFromTheFuture() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(fault(TIMESTAMP, SIGNATURE, SIGNED_AT.plus(minute.multipliedBy(5))))
                .isNull();
        assertThat(fault(TIMESTAMP, SIGNATURE, SIGNED_AT.plus(minute.multipliedBy(6))))
                .contains("5 minutes ago");
        assertThat(fault(TIMESTAMP, SIGNATURE, SIGNED_AT.minus(minute.multipliedBy(6))))
                .contains("5 minutes ahead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "99999999999999999999", "1614265330.5"})
    void rejectsATimeThatIsNone(String timestamp) {
        assertThat(fault(timestamp, SIGNATURE, SIGNED_AT)).contains("webhook-timestamp");
    }

    @Test
    void namesTheHeaderThatIsMissing() {
        assertThat(fault(null, SIGNATURE, SIGNED_AT)).isEqualTo("webhook-timestamp is missing");
        assertThat(fault(TIMESTAMP, null, SIGNED_AT)).isEqualTo("webhook-signature is missing");
        assertThat(Signatures.fault(List.of(Samples.SECRET), null, TIMESTAMP, SIGNATURE, PAYLOAD, SIGNED_AT))
                .contains("webhook-id is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not*base64*not*base64*not*base64",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void aSecretThatIsNoneIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> SigningSecret.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a secret is 'whsec_' and 24 to 64 bytes in Base64")
                .hasNoCause()
                .message()
                .doesNotContain("MfKQ9r8", "not*base64");
    }

    private static String fault(String timestamp, String signature, Instant now) {
        return Signatures.fault(List.of(Samples.SECRET), ID, timestamp, signature, PAYLOAD, now)
                .orElse(null);
    }

    private static HttpHeaders http(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                (name, value) -> true);
    }
}
