package io.geowire.alerts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "io.geowire.alerts", importOptions = DoNotIncludeTests.class)
class PurityTest {
    @ArchTest
    static final ArchRule PURE_PACKAGES_KNOW_TEXT_AND_COLLECTIONS_ONLY = classes()
            .that()
            .resideInAnyPackage("io.geowire.alerts.watch..", "io.geowire.alerts.alert..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.geowire.alerts.watch..",
                    "io.geowire.service.yaml..",
                    "io.geowire.alerts.alert..",
                    "java.lang..",
                    "java.util..",
                    "java.text..",
                    "java.time..",
                    "java.nio",
                    "java.nio.charset",
                    "java.io", // Lucene works on readers and throws IOException.
                    "java.security",
                    "org.apache.lucene..",
                    "org.yaml.snakeyaml..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule PURE_PACKAGES_READ_NO_FILE_CLOCK_OR_CHANCE = noClasses()
            .that()
            .resideInAnyPackage("io.geowire.alerts.watch..", "io.geowire.alerts.alert..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.io.File.class, java.io.FileInputStream.class, Clock.class, Instant.class, Random.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule DELIVERY_KNOWS_ALERTS_TEXT_AND_SIGNATURES_ONLY = classes()
            .that()
            .resideInAPackage("io.geowire.alerts.delivery..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.geowire.alerts.delivery..",
                            "io.geowire.alerts.watch..",
                            "io.geowire.service.yaml..",
                            "io.geowire.events..",
                            "java.lang..",
                            "java.util..",
                            "java.text..",
                            "java.time..",
                            "java.time..",
                            "java.nio",
                            "java.nio.charset",
                            "java.security",
                            "javax.crypto..",
                            "com.fasterxml.jackson..",
                            "org.yaml.snakeyaml..",
                            "org.jspecify..")
                    .or(belongToAnyOf(
                            URI.class, URISyntaxException.class, ByteArrayOutputStream.class, IOException.class)));

    @ArchTest
    static final ArchRule DELIVERY_IS_TOLD_THE_TIME = noClasses()
            .that()
            .resideInAPackage("io.geowire.alerts.delivery..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class, SecureRandom.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule POLICY_KNOWS_NOTHING_OF_MATCHING = noClasses()
            .that()
            .resideInAPackage("io.geowire.alerts.alert..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.geowire.alerts.watch..", "org.apache.lucene..");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses().should().accessField(System.class, "out");
}
