package io.strata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilterTest {

    @ParameterizedTest
    @CsvSource({
        "*,                       node.created,            true",
        "node.*,                  node.created,            true",
        "node.*,                  node.status_changed,     true",
        "node.*,                  nodes.created,           false",
        "node.*,                  node,                    false",
        "node.created,            node.created,            true",
        "node.created,            node.created_again,      false",
        "document.status_changed, document.status_changed, true",
        "document.status_changed, documentXstatus_changed, false"
    })
    void matchesAllAFamilyOrOneType(String pattern, String type, boolean expected) {
        assertThat(new EventFilter(pattern).matches(type)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "**", "*.created", "node.", ".node", "node.*.x", "Node.created", "node created", "node*"})
    void refusesPatternsOfAnotherForm(String pattern) {
        assertThat(EventFilter.isWellFormed(pattern)).isFalse();
    }

    @Test
    void refusesAbsence() {
        assertThat(EventFilter.isWellFormed(null)).isFalse();
    }
}
