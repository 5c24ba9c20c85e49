package io.strata.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void readsWhatIsQuotedAndWhatIsNot() {
        assertThat(Csv.read("\uFEFFa,\"b, \"\"c\"\"\",\r\n\r\n\"two\nlines\",,x\nlast"))
                .containsExactly(List.of("a", "b, \"c\"", ""), List.of("two\nlines", "", "x"), List.of("last"));
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(Csv.read("")).isEmpty();
        assertThat(Csv.read("\n\r\n")).isEmpty();
    }

    @Test
    void refusesAQuotationWithoutEnd() {
        assertThatThrownBy(() -> Csv.read("a\n\"b")).hasMessageContaining("without end");
    }

    @Test
    void readsWhatItHasWritten() {
        List<String> cells = Arrays.asList("plain", "a,b", "\"", "=1+1", "-5", "'quoted", "", "x\r\ny");

        assertThat(Csv.read(Csv.line(cells))).containsExactly(cells);
    }

    @Test
    void writesNoFormulas() {
        assertThat(Csv.line(Arrays.asList("=cmd()", null, "@x"))).isEqualTo("'=cmd(),,'@x\r\n");
    }
}
