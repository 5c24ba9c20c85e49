package io.strata.imports;

import io.strata.common.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values as RFC 4180 describes them. A cell that a spreadsheet would take for a formula is written behind
 * an apostrophe, and read without it.
 */
final class Csv {

    private static final String FORMULA = "=+-@\t";

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int position;

    private Csv(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Reads rows; empty lines do not count.
     *
     * @throws ProblemException validation, when a quotation has no end
     */
    static List<List<String>> read(String text) {
        return new Csv(text).rows();
    }

    /** A row as a line with its end. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        if (value == null) {
            return "";
        }
        String safe = looksLikeFormula(value) ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static boolean looksLikeFormula(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    }

    private List<List<String>> rows() {
        while (position < text.length()) {
            row.add(plain(text.charAt(position) == '"' ? quoted() : unquoted()));
            separator();
        }
        endRow();
        return rows;
    }

    private static String plain(String value) {
        return value.startsWith("'") && looksLikeFormula(value.substring(1)) ? value.substring(1) : value;
    }

    private String unquoted() {
        int begin = position;
        while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(begin, position);
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (position++; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c != '"') {
                value.append(c);
            } else if (position + 1 < text.length() && text.charAt(position + 1) == '"') {
                value.append('"');
                position++;
            } else {
                position++;
                return value.append(unquoted()).toString();
            }
        }
        throw ProblemException.validation("rows[" + Math.max(rows.size() - 1, 0) + "]", "has a quotation without end");
    }

    private void separator() {
        if (position == text.length()) {
            return;
        }
        char c = text.charAt(position++);
        if (c == ',') {
            if (position == text.length()) {
                row.add("");
            }
            return;
        }
        if (c == '\r' && position < text.length() && text.charAt(position) == '\n') {
            position++;
        }
        endRow();
    }

    private void endRow() {
        if (!row.stream().allMatch(String::isEmpty)) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
