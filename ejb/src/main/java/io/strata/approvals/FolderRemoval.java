package io.strata.approvals;

import io.strata.access.Action;
import io.strata.common.Json;
import io.strata.documents.DocumentTrash;
import io.strata.documents.FolderContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Puts a folder with all documents in it into the trash. */
@ApplicationScoped
class FolderRemoval implements Operation {

    /** The arguments as they are stored. */
    public record Arguments(UUID folder) {}

    @Inject
    DocumentTrash trash;

    @Override
    public String name() {
        return "folder.delete";
    }

    @Override
    public Optional<Proposal> propose(Object[] arguments) {
        FolderContent content = trash.deletableFolder((UUID) arguments[0]);
        Map<String, Object> before = new TreeMap<>();
        before.put("folder_id", content.folder().id().toString());
        before.put("name", content.folder().name());
        before.put("documents", content.documents());
        return Optional.of(new Proposal(
                content.folder().workspaceId(),
                null,
                null,
                Action.DOCUMENT_WRITE,
                "Delete the folder “%s” with %d documents in it."
                        .formatted(content.folder().name(), content.documents()),
                Json.write(new Arguments(content.folder().id())),
                new CallPreview(1 + content.documents(), List.of(new CallEffect("delete", null, before, null)))));
    }

    @Override
    public Object[] read(String arguments) {
        return new Object[] {Json.<Arguments>read(arguments, Arguments.class).folder()};
    }

    @Override
    public Object perform(Object[] arguments) {
        return trash.deleteFolder((UUID) arguments[0]);
    }
}
