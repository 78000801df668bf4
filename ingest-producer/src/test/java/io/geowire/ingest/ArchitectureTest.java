package io.geowire.ingest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "io.geowire.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "io.geowire.ingest.item..",
        "io.geowire.ingest.text..",
        "io.geowire.ingest.json..",
        "io.geowire.ingest.normalise..",
        "io.geowire.ingest.charset..",
        "io.geowire.ingest.feed",
        "io.geowire.ingest.feed.list"
    };

    @ArchTest
    static final ArchRule purePackagesKnowNoKafkaNoServiceAndNoInput = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.apache.kafka..",
                            "io.geowire.service",
                            "io.geowire.service.net..",
                            "io.geowire.service.streams..",
                            "io.geowire.schemas..",
                            "io.geowire.ingest.read..",
                            "io.geowire.ingest.publish..",
                            "java.nio.file..",
                            "java.net.http..",
                            "org.slf4j..")
                    .or(JavaClass.Predicates.assignableTo(java.io.InputStream.class))
                    .or(JavaClass.Predicates.assignableTo(java.io.OutputStream.class))
                    .or(JavaClass.Predicates.assignableTo(java.io.Reader.class)
                            .and(not(JavaClass.Predicates.assignableTo(java.io.StringReader.class)))));

    @ArchTest
    static final ArchRule purePackagesReadNoClockAndNoRandomness = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule readersKnowNoKafka = noClasses()
            .that()
            .resideInAPackage("io.geowire.ingest.read..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "io.geowire.ingest.publish.."));

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.geowire.ingest.(*)..").should().beFreeOfCycles();
}
