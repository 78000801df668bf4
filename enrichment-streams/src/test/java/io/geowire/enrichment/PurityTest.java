package io.geowire.enrichment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The packages that hold the science know no Kafka, no contract, no clock, and read nothing but their own resources. */
@AnalyzeClasses(packages = "io.geowire.enrichment", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {
    private static final String[] PURE = {
        "io.geowire.enrichment.text..",
        "io.geowire.enrichment.encoder..",
        "io.geowire.enrichment.entity..",
        "io.geowire.enrichment.topic..",
        "io.geowire.enrichment.related.."
    };

    /** What reading a resource takes, and writing a model to a stream. */
    private static final Set<Class<?>> RESOURCE_READING = Set.of(
            InputStream.class,
            BufferedInputStream.class,
            DataInputStream.class,
            EOFException.class,
            OutputStream.class,
            DataOutputStream.class,
            Reader.class,
            InputStreamReader.class,
            BufferedReader.class,
            IOException.class,
            UncheckedIOException.class,
            Charset.class,
            StandardCharsets.class);

    @ArchTest
    static final ArchRule KNOW_THE_LANGUAGE_AND_EACH_OTHER_ONLY = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PURE)
                    .or(resideInAnyPackage(
                            "java.lang", "java.lang.invoke", "java.util..", "java.text", "java.time..", "java.math"))
                    .or(resideInAnyPackage("org.jspecify.annotations"))
                    .or(DescribedPredicate.describe(
                            "read resources", type -> RESOURCE_READING.stream().anyMatch(type::isEquivalentTo)))
                    .or(DescribedPredicate.describe("are arrays or primitives", PurityTest::isPlain)));

    @ArchTest
    static final ArchRule KNOW_NO_CLOCK_NO_CHANCE_NO_SURROUNDINGS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(
                    DescribedPredicate.describe("it tells time, chance or surroundings", PurityTest::isImpure));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("io.geowire.enrichment.(*)..").should().beFreeOfCycles();

    private static boolean isPlain(JavaClass type) {
        return type.isPrimitive() || type.isArray();
    }

    private static boolean isImpure(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        return method.equals("now") && owner.startsWith("java.time.")
                || owner.equals("java.lang.System") && !method.equals("arraycopy") && !method.equals("identityHashCode")
                || owner.equals("java.lang.Math") && method.equals("random")
                || owner.equals("java.util.UUID") && method.equals("randomUUID")
                || owner.equals("java.lang.Thread");
    }
}
