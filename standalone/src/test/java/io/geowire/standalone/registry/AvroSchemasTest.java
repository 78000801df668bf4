package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroSchemasTest {
    @Test
    void reads_a_schema() {
        assertThat(AvroSchemas.parse("{\"type\": \"int\"}")).hasToString("\"int\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | empty",
                "Nope | not JSON: line 1, column 1",
                "{'type': | not JSON: line 1, column 9",
                "null | null",
                "12 | 12",
                "{} | No type",
                "{'type':'recrod'} | names a type that nothing defines",
                "{'type':'record','name':'R'} | no fields",
                "{'type':'record','name':'R','fields':[{'name':'a','type':'Nope'}]} | Nope",
                "{'type':'record','name':'R','fields':[{'name':'a','type':'int','default':'x'}]} | default for field a",
                "{'type':'record','name':'1','fields':[]} | Illegal initial character",
                "{'type':'enum','name':'E','symbols':['a','a']} | Duplicate enum symbol",
                "['int','int'] | Duplicate in union",
                "'int' 'int' | dangling"
            })
    void says_what_is_wrong_with_another_text(String text, String reason) {
        assertThatThrownBy(() -> AvroSchemas.parse(text.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        RegistryFault.class, fault -> assertThat(fault.code()).isEqualTo(42201))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @Test
    void deep_nesting_is_refused() {
        String deep = "{\"type\":\"array\",\"items\":".repeat(100_000) + "\"int\"" + "}".repeat(100_000);

        assertThatThrownBy(() -> AvroSchemas.parse(deep))
                .isInstanceOf(RegistryFault.class)
                .hasMessageContaining("depth");
    }

    @Test
    void more_named_types_than_can_be_compared_are_refused() {
        assertThatThrownBy(() -> AvroSchemas.parse(CompatibilityTest.chain(AvroSchemas.MAX_NAMED_TYPES + 1)))
                .isInstanceOf(RegistryFault.class)
                .hasMessageContaining("250 named types");
    }
}
