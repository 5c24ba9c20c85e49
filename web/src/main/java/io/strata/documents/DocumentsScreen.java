package io.strata.documents;

import io.strata.documents.AdministrationQuery.SortField;
import io.strata.screens.Messages;
import io.strata.workspaces.WorkspaceService;
import io.strata.workspaces.WorkspaceView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.file.UploadedFile;

/** The documents of all workspaces: find them, see how far they are, read their text, retry them, add new ones. */
@Named
@ViewScoped
public class DocumentsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_EXCERPT = 20_000;

    /**
     * A file that was dropped.
     *
     * @param refusal why it was not taken; {@code null} when it was
     */
    public record Upload(String fileName, String refusal) implements Serializable {}

    @Inject
    DocumentAdministration administration;

    @Inject
    DocumentLibrary library;

    @Inject
    DocumentUpload intake;

    @Inject
    WorkspaceService workspaces;

    @Inject
    Messages messages;

    private final List<Upload> uploads = new ArrayList<>();
    private LazyDataModel<DocumentView> table;
    private Map<UUID, String> workspaceNames;
    private UUID workspaceId;
    private DocumentStatus status;
    private UUID topicId;
    private String title;
    private UUID uploadWorkspaceId;
    private DocumentView selected;
    private DocumentTextView text;

    @PostConstruct
    void load() {
        table = new DocumentTable(administration, this);
        List<WorkspaceView> all = workspaces.choices();
        workspaceNames = all.stream().collect(Collectors.toMap(WorkspaceView::id, WorkspaceView::name));
        uploadWorkspaceId = all.isEmpty() ? null : all.get(0).id();
        setStatusName(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("status"));
    }

    AdministrationQuery query(SortField sort, boolean ascending) {
        return new AdministrationQuery(workspaceId, status, topicId, title, sort, ascending);
    }

    public LazyDataModel<DocumentView> getTable() {
        return table;
    }

    /** The workspaces to choose from, by id. */
    public Map<UUID, String> getWorkspaceNames() {
        return workspaceNames;
    }

    /** The statuses to choose from. */
    public DocumentStatus[] getStatuses() {
        return DocumentStatus.values();
    }

    /** The topics to choose from; none before a workspace is chosen, because each has its own. */
    public List<TopicView> getTopics() {
        return workspaceId == null ? List.of() : administration.topics(workspaceId);
    }

    /** How many documents are still on their way, in all workspaces. */
    public long getUnderWay() {
        return administration.countsByStatus().entrySet().stream()
                .filter(entry -> !entry.getKey().isFinal())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Takes one of the files that were dropped. */
    public void receive(FileUploadEvent event) {
        String name = event.getFile().getFileName();
        uploads.add(0, new Upload(name, messages.reasonAgainst(() -> store(event.getFile()))));
    }

    private void store(UploadedFile file) {
        try (InputStream content = file.getInputStream()) {
            intake.upload(new NewDocument(uploadWorkspaceId, file.getFileName(), null, null, null), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that were dropped since the page was opened, the latest first. */
    public List<Upload> getUploads() {
        return uploads;
    }

    /** Processes a document again from the beginning. */
    public void retry(UUID id) {
        messages.attempt(() -> library.retry(id), "documents.retriedNote");
    }

    /** Shows a document with its text. */
    public void select(DocumentView document) {
        selected = document;
        text = document.status() == DocumentStatus.READY ? library.text(document.id()) : null;
    }

    /** The document that is shown; {@code null} before one is. */
    public DocumentView getSelected() {
        return selected;
    }

    /** Its text; {@code null} when none was read. */
    public DocumentTextView getText() {
        return text;
    }

    /** The beginning of the text, as much of it as a person reads in a dialog. */
    public String getExcerpt() {
        String all = text == null ? "" : text.text();
        return all.length() <= LONGEST_EXCERPT ? all : all.substring(0, LONGEST_EXCERPT) + " …";
    }

    public UUID getWorkspaceId() {
        return workspaceId;
    }

    /** Chooses a workspace, or all; a topic of another workspace is no longer asked for. */
    public void setWorkspaceId(UUID workspaceId) {
        if (workspaceId == null || !workspaceId.equals(this.workspaceId)) {
            topicId = null;
        }
        this.workspaceId = workspaceId;
    }

    /** The chosen status in lower case; {@code null} for all. */
    public String getStatusName() {
        return status == null ? null : status.name().toLowerCase(Locale.ROOT);
    }

    /** Chooses a status by its name; whatever is none means all. */
    public void setStatusName(String name) {
        status = Arrays.stream(DocumentStatus.values())
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    public UUID getTopicId() {
        return topicId;
    }

    public void setTopicId(UUID topicId) {
        this.topicId = topicId;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public UUID getUploadWorkspaceId() {
        return uploadWorkspaceId;
    }

    public void setUploadWorkspaceId(UUID uploadWorkspaceId) {
        this.uploadWorkspaceId = uploadWorkspaceId;
    }
}
