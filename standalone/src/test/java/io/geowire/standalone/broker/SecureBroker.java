package io.geowire.standalone.broker;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/** A broker that demands TLS, a user and a password, and allows each user only what its rules say. */
public final class SecureBroker implements AutoCloseable {
    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "admin-geheim";
    private static final int ITERATIONS = 4096;

    private final EmbeddedBroker broker;
    private final Certificates certificates;

    private SecureBroker(EmbeddedBroker broker, Certificates certificates) {
        this.broker = broker;
        this.certificates = certificates;
    }

    /** @param plainUsers passwords, by user, of those who log in by PLAIN */
    public static SecureBroker start(Path folder, Certificates certificates, Map<String, String> plainUsers) {
        StringBuilder plain = new StringBuilder(
                        login(PlainLoginModule.class, ADMIN, ADMIN_PASSWORD).replace(";", ""))
                .append(" user_%s=\"%s\"".formatted(ADMIN, ADMIN_PASSWORD));
        plainUsers.forEach((user, password) -> plain.append(" user_%s=\"%s\"".formatted(user, password)));
        String listener = "listener.name.clients.";
        Map<String, String> settings = new HashMap<>(Map.of(
                "listener.security.protocol.map",
                "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT",
                listener + "sasl.enabled.mechanisms",
                "PLAIN,SCRAM-SHA-512",
                listener + "plain.sasl.jaas.config",
                plain + ";",
                listener + "scram-sha-512.sasl.jaas.config",
                ScramLoginModule.class.getName() + " required;",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "authorizer.class.name",
                StandardAuthorizer.class.getName(),
                "super.users",
                "User:" + ADMIN + ";User:ANONYMOUS"));
        settings.putAll(Map.of(
                "ssl.keystore.location",
                certificates.store().toString(),
                "ssl.keystore.password",
                Certificates.PASSWORD,
                "ssl.truststore.location",
                certificates.store().toString(),
                "ssl.truststore.password",
                Certificates.PASSWORD));
        return new SecureBroker(EmbeddedBroker.start(folder, 0, settings), certificates);
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Keys of Kafka's clients for a user. */
    public Map<String, Object> clients(String mechanism, String user, String password) throws Exception {
        Class<?> module = mechanism.equals("PLAIN") ? PlainLoginModule.class : ScramLoginModule.class;
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                login(module, user, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificates.pem().toString());
    }

    /** As the administrator, who may do everything. */
    public Map<String, Object> admin() throws Exception {
        return clients("PLAIN", ADMIN, ADMIN_PASSWORD);
    }

    /** Adds a user who logs in by SCRAM. */
    public void addUser(String name, String password) throws Exception {
        try (Admin admin = Admin.create(admin())) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)))
                    .all()
                    .get();
        }
    }

    public void allow(Collection<AclBinding> rules) throws Exception {
        try (Admin admin = Admin.create(admin())) {
            admin.createAcls(rules).all().get();
        }
    }

    private static String login(Class<?> module, String user, String password) {
        return "%s required username=\"%s\" password=\"%s\";".formatted(module.getName(), user, password);
    }

    @Override
    public void close() {
        broker.close();
    }
}
