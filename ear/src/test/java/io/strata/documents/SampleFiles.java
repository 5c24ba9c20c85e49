package io.strata.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of several kinds, small and whole, made of one text. */
public final class SampleFiles {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private SampleFiles() {}

    /** A PDF of one page (ISO 32000-1): five objects, a cross-reference table, a trailer. */
    public static byte[] pdf(String text) {
        String content = "BT /F1 12 Tf 72 720 Td (" + text + ") Tj ET";
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 6\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        file.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] html(String text) {
        return bytes("<!DOCTYPE html><html><head><title>A page</title></head><body><h1>Heading</h1><p>" + text
                + "</p><script>alert(1)</script></body></html>");
    }

    public static byte[] markdown(String text) {
        return bytes("# A heading\n\n- " + text + "\n");
    }

    public static byte[] docx(String text) {
        return office(
                "word/document.xml",
                OFFICE + "wordprocessingml.document.main+xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
                        + "<w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>",
                Map.of());
    }

    public static byte[] xlsx(String text) {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> more = new LinkedHashMap<>();
        more.put("xl/_rels/workbook.xml.rels", relationship(relations + "/worksheet", "worksheets/sheet1.xml"));
        more.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + main + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + text
                        + "</t></is></c></row></sheetData></worksheet>");
        return office(
                "xl/workbook.xml",
                OFFICE + "spreadsheetml.sheet.main+xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                        + "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                more);
    }

    /** The package of Office files (ISO/IEC 29500-2): a part, what it is, and that it is the main one. */
    private static byte[] office(String part, String contentType, String content, Map<String, String> more) {
        String worksheet = more.isEmpty()
                ? ""
                : "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + OFFICE
                        + "spreadsheetml.worksheet+xml\"/>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/" + part + "\" ContentType=\"" + contentType + "\"/>" + worksheet
                        + "</Types>");
        parts.put(
                "_rels/.rels",
                relationship(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", part));
        parts.put(part, content);
        parts.putAll(more);
        return zip(parts);
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"rId1\" Type=\"" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
                zip.write(bytes(declaration + entry.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
