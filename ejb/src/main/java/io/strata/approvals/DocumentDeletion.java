package io.strata.approvals;

import io.strata.access.Action;
import io.strata.common.Json;
import io.strata.documents.DocumentTrash;
import io.strata.documents.DocumentView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Puts a document into the trash. */
@ApplicationScoped
class DocumentDeletion implements Operation {

    /** The arguments as they are stored. */
    public record Arguments(UUID document) {}

    @Inject
    DocumentTrash trash;

    @Override
    public String name() {
        return "document.delete";
    }

    @Override
    public Optional<Proposal> propose(Object[] arguments) {
        DocumentView document = trash.deletable((UUID) arguments[0]);
        return Optional.of(proposal(document, "delete", "Delete the document “%s”.".formatted(document.title())));
    }

    @Override
    public Object[] read(String arguments) {
        return new Object[] {Json.<Arguments>read(arguments, Arguments.class).document()};
    }

    @Override
    public Object perform(Object[] arguments) {
        trash.delete((UUID) arguments[0]);
        return null;
    }

    /** What is done to one document. */
    static Proposal proposal(DocumentView document, String what, String summary) {
        Map<String, Object> before = new TreeMap<>();
        before.put("document_id", document.id().toString());
        before.put("title", document.title());
        return new Proposal(
                document.workspaceId(),
                document.projectId(),
                document.nodeId(),
                Action.DOCUMENT_WRITE,
                summary,
                Json.write(new Arguments(document.id())),
                new CallPreview(1, List.of(new CallEffect(what, document.nodeId(), before, null))));
    }
}
