package io.geowire.service.yaml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.geowire.service.yaml", importOptions = DoNotIncludeTests.class)
class PurityTest {
    @ArchTest
    static final ArchRule LISTS_ARE_TEXT_TO_THEIR_READER = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.geowire.service.yaml",
                    "java.lang..",
                    "java.util..",
                    "java.text",
                    "java.time..",
                    "java.nio",
                    "java.nio.charset",
                    "java.io", // SnakeYAML works on readers.
                    "org.yaml.snakeyaml..",
                    "org.jspecify..");
}
