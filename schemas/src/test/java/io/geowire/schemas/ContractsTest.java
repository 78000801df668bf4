package io.geowire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the contracts to BACKWARD_TRANSITIVE. {@code frozen/<Record>/<n>.avsc} is what was released as version n; a
 * released copy is never changed. A changed contract needs a further copy, which must be able to read all before it.
 */
class ContractsTest {
    private static final Path FROZEN = Path.of("src", "test", "resources", "frozen");
    private static final Path CANDIDATES = Path.of("target", "contracts");

    /** Every record that a topic of the catalogue carries. */
    static Stream<Schema> contracts() {
        return TopicCatalogue.load().topics().stream()
                .map(TopicSpec::value)
                .distinct()
                .map(ContractsTest::schemaOf)
                .map(Contracts::published);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theNewestFrozenCopyIsTheContractWithItsDocumentationAndDefaults(Schema contract) throws IOException {
        List<Schema> frozen = frozen(contract);
        Path candidate = CANDIDATES.resolve(contract.getName() + ".avsc");
        Files.createDirectories(CANDIDATES);
        Files.writeString(candidate, contract.toString(true) + "\n");

        assertThat(frozen.isEmpty() ? "none" : frozen.get(frozen.size() - 1).toString(true))
                .as(
                        "%s has changed: copy %s to %s",
                        contract.getName(),
                        candidate,
                        FROZEN.resolve(contract.getName()).resolve(frozen.size() + 1 + ".avsc"))
                .isEqualTo(contract.toString(true));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyVersionReadsAllBeforeIt(Schema contract) throws IOException {
        List<Schema> versions = new ArrayList<>(frozen(contract));
        versions.add(contract);
        for (int reader = 1; reader < versions.size(); reader++) {
            for (int writer = 0; writer < reader; writer++) {
                SchemaCompatibility.SchemaPairCompatibility result =
                        SchemaCompatibility.checkReaderWriterCompatibility(versions.get(reader), versions.get(writer));
                assertThat(result.getType())
                        .as("version %d reads %d: %s", reader + 1, writer + 1, result.getDescription())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everythingIsDocumented(Schema contract) {
        assertThat(namedTypes(contract))
                .allSatisfy(
                        type -> assertThat(type.getDoc()).as(type.getFullName()).isNotBlank());
        assertThat(fields(contract))
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyEnumHasADefaultForSymbolsToCome(Schema contract) {
        assertThat(namedTypes(contract))
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .allSatisfy(type -> assertThat(type.getEnumDefault())
                        .as(type.getFullName())
                        .isEqualTo(type.getEnumSymbols().get(0))
                        .isIn("UNKNOWN", "OTHER"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyFieldThatMayBeNullIsNullByDefault(Schema contract) {
        assertThat(fields(contract))
                .filteredOn(field -> field.schema().isNullable())
                .allSatisfy(field -> {
                    assertThat(field.schema().getTypes().get(0).getType()).isEqualTo(Schema.Type.NULL);
                    assertThat(field.hasDefaultValue()).as(field.name()).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyNameIsInTheNamespaceOfEvents(Schema contract) {
        assertThat(namedTypes(contract)).extracting(Schema::getNamespace).containsOnly("io.geowire.events");
    }

    @Test
    void noFrozenCopyIsOfARecordThatNoTopicCarries() throws IOException {
        try (Stream<Path> folders = Files.list(FROZEN)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            contracts().map(Schema::getName).toList());
        }
    }

    @Test
    void whatIsPublishedIsWholeInItselfAndHasNoPropertiesOfJava() {
        assertThat(contracts()).isNotEmpty().allSatisfy(contract -> {
            assertThat(contract.toString()).doesNotContain("avro.java");
            assertThat(new Schema.Parser().parse(contract.toString())).isEqualTo(contract);
        });
    }

    private static List<Schema> frozen(Schema contract) throws IOException {
        Path folder = FROZEN.resolve(contract.getName());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Schema> versions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (int version : IntStream.rangeClosed(1, (int) files.count()).toArray()) {
                versions.add(new Schema.Parser().parse(Files.readString(folder.resolve(version + ".avsc"))));
            }
        }
        return versions;
    }

    private static List<Schema.Field> fields(Schema contract) {
        return namedTypes(contract).stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .flatMap(type -> type.getFields().stream())
                .toList();
    }

    private static List<Schema> namedTypes(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                Stream.concat(
                                Stream.of(schema),
                                schema.getFields().stream().flatMap(field -> namedTypes(field.schema()).stream()))
                        .distinct()
                        .toList();
            case ENUM -> List.of(schema);
            case ARRAY -> namedTypes(schema.getElementType());
            case MAP -> namedTypes(schema.getValueType());
            case UNION ->
                schema.getTypes().stream()
                        .flatMap(type -> namedTypes(type).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static Schema schemaOf(String name) {
        try {
            return SpecificData.get().getSchema(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
