package io.geowire.alerts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
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
                    "io.geowire.alerts.alert..",
                    "java.lang..",
                    "java.util..",
                    "java.text..",
                    "java.nio",
                    "java.nio.charset",
                    "java.io", // Lucene and SnakeYAML work on readers and throw IOException.
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
    static final ArchRule POLICY_KNOWS_NOTHING_OF_MATCHING = noClasses()
            .that()
            .resideInAPackage("io.geowire.alerts.alert..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.geowire.alerts.watch..", "org.apache.lucene..");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses().should().accessField(System.class, "out");
}
