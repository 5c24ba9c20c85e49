package io.strata.documents;

import io.strata.documents.AdministrationQuery.SortField;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Gives the table of documents the rows it shows and no others. */
class DocumentTable extends LazyDataModel<DocumentView> {

    private static final long serialVersionUID = 1L;
    private static final Map<String, SortField> SORTS = Map.of(
            "title", SortField.TITLE,
            "status", SortField.STATUS,
            "size", SortField.SIZE,
            "updated", SortField.UPDATED);

    private final DocumentAdministration documents;
    private final DocumentsScreen screen;

    DocumentTable(DocumentAdministration documents, DocumentsScreen screen) {
        this.documents = documents;
        this.screen = screen;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(documents.count(query(Map.of())));
    }

    @Override
    public List<DocumentView> load(
            int first, int pageSize, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        return documents.page(query(sorts), first, pageSize);
    }

    @Override
    public String getRowKey(DocumentView document) {
        return document.id().toString();
    }

    @Override
    public DocumentView getRowData(String rowKey) {
        UUID id = UUID.fromString(rowKey);
        List<DocumentView> shown = getWrappedData();
        return shown == null
                ? null
                : shown.stream()
                        .filter(document -> document.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    private AdministrationQuery query(Map<String, SortMeta> sorts) {
        SortMeta sort = sorts.values().stream().findFirst().orElse(null);
        return screen.query(
                sort == null ? null : SORTS.get(sort.getField()),
                sort != null && sort.getOrder().isAscending());
    }
}
