package io.geowire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server with a certificate that the JDK's keytool has just made. */
class RegistryTlsTest {
    private static final String PASSWORD = "changeit-geheim";

    @TempDir
    private static Path folder;

    private static Path serverStore;
    private static Path clientStore;
    private static String serverPem;

    private final Map<String, Object> config = new HashMap<>();
    private StubRegistry registry;

    @BeforeAll
    static void makeCertificates() throws Exception {
        serverStore = keyPair("server", "PKCS12", "ip:127.0.0.1");
        clientStore = keyPair("client", "JKS", "dns:client");
        serverPem = certificate(serverStore);
        trust(clientStore, "client", serverStore);
    }

    private void start(boolean clientMustShowCertificate) throws Exception {
        registry = StubRegistry.overTls(context(serverStore), clientMustShowCertificate);
        registry.answer(200, "{\"schema\":\"\\\"int\\\"\"}");
        config.put("schema.registry.url", "https://127.0.0.1:" + registry.port());
        config.put("max.retries", 0);
    }

    @AfterEach
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private Object ask() {
        return RegistryClients.of(config).schemaById(1);
    }

    @Test
    void trustsAPkcs12Store() throws Exception {
        start(false);
        trustStore(serverStore, "PKCS12");

        assertThat(ask()).isNotNull();
    }

    @Test
    void trustsAJksStore() throws Exception {
        start(false);
        Path store = folder.resolve("trust.jks");
        importCertificate(store, "JKS", "server", serverStore);
        trustStore(store, "JKS");

        assertThat(ask()).isNotNull();
    }

    @Test
    void trustsAPemFile() throws Exception {
        start(false);
        Path pem = Files.writeString(folder.resolve("server.pem"), serverPem);
        config.put("schema.registry.ssl.truststore.type", "PEM");
        config.put("schema.registry.ssl.truststore.location", pem.toString());

        assertThat(ask()).isNotNull();
    }

    @Test
    void trustsAPemCertificateInTheConfiguration() throws Exception {
        start(false);
        config.put("schema.registry.ssl.truststore.type", "PEM");
        config.put("schema.registry.ssl.truststore.certificates", serverPem);

        assertThat(ask()).isNotNull();
    }

    @Test
    void showsItsOwnCertificateFromAStore() throws Exception {
        start(true);
        trustStore(serverStore, "PKCS12");
        config.put("schema.registry.ssl.keystore.type", "JKS");
        config.put("schema.registry.ssl.keystore.location", clientStore.toString());
        config.put("schema.registry.ssl.keystore.password", PASSWORD);
        config.put("schema.registry.ssl.key.password", PASSWORD);

        assertThat(ask()).isNotNull();
    }

    @Test
    void showsItsOwnCertificateFromPem() throws Exception {
        start(true);
        trustStore(serverStore, "PKCS12");
        config.put("schema.registry.ssl.keystore.type", "PEM");
        config.put("schema.registry.ssl.keystore.certificate.chain", certificate(clientStore));
        config.put("schema.registry.ssl.keystore.key", privateKey(clientStore, "client"));

        assertThat(ask()).isNotNull();
    }

    @Test
    void isTurnedAwayWithoutTheCertificateThatIsAskedFor() throws Exception {
        start(true);
        trustStore(serverStore, "PKCS12");

        assertThatThrownBy(this::ask).isInstanceOf(RegistryUnavailableException.class);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void doesNotTalkToAServerThatItDoesNotTrust() throws Exception {
        start(false);

        assertThatThrownBy(this::ask)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("unable to find valid certification path");
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void doesNotTalkToAServerWithAnotherName() throws Exception {
        start(false);
        trustStore(serverStore, "PKCS12");
        config.put("schema.registry.url", "https://localhost:" + registry.port());

        assertThatThrownBy(this::ask)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("No name matching localhost found");
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void speaksOnlyTheProtocolsThatAreEnabled() throws Exception {
        start(false);
        trustStore(serverStore, "PKCS12");
        config.put("schema.registry.ssl.enabled.protocols", "TLSv1.1");

        assertThatThrownBy(this::ask).isInstanceOf(RegistryUnavailableException.class);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void aStoreThatIsNotThereIsAFaultOfTheConfiguration() {
        config.put("schema.registry.url", "https://127.0.0.1:1");
        trustStore(folder.resolve("missing.p12"), "PKCS12");

        assertThatThrownBy(this::ask)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.ssl.")
                .hasMessageContaining("missing.p12");
    }

    @Test
    void aWrongPasswordIsAFaultOfTheConfigurationAndNotShown() {
        config.put("schema.registry.url", "https://127.0.0.1:1");
        trustStore(serverStore, "PKCS12");
        config.put("schema.registry.ssl.truststore.password", "geheim-und-falsch");

        assertThatThrownBy(this::ask)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(serverStore.getFileName().toString())
                .hasMessageContaining("password was incorrect")
                .hasMessageNotContaining("geheim");
    }

    private void trustStore(Path store, String type) {
        config.put("schema.registry.ssl.truststore.type", type);
        config.put("schema.registry.ssl.truststore.location", store.toString());
        config.put("schema.registry.ssl.truststore.password", PASSWORD);
    }

    private static Path keyPair(String name, String type, String alternativeName) throws Exception {
        Path store = folder.resolve(name + "." + type.toLowerCase(Locale.ROOT));
        keytool(
                store,
                "-genkeypair",
                "-alias",
                name,
                "-storetype",
                type,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + alternativeName,
                "-validity",
                "2",
                "-keypass",
                PASSWORD);
        return store;
    }

    /** Lets the holder of a store trust the certificate of another. */
    private static void trust(Path other, String alias, Path store) throws Exception {
        importCertificate(store, "PKCS12", alias, other);
    }

    private static void importCertificate(Path into, String type, String alias, Path from) throws Exception {
        Path file = Files.writeString(folder.resolve(alias + "-to-import.pem"), certificate(from));
        keytool(into, "-importcert", "-noprompt", "-storetype", type, "-alias", alias, "-file", file.toString());
    }

    private static String certificate(Path store) throws Exception {
        String alias = store.getFileName().toString().replaceAll("\\..*", "");
        return keytool(store, "-exportcert", "-rfc", "-alias", alias);
    }

    private static String privateKey(Path store, String alias) throws Exception {
        byte[] key = load(store).getKey(alias, PASSWORD.toCharArray()).getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static SSLContext context(Path store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(store), PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(load(store));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static KeyStore load(Path store) throws Exception {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private static String keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + text);
            }
            return text;
        }
    }
}
