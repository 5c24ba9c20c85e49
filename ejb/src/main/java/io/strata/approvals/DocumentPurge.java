package io.strata.approvals;

import io.strata.common.Json;
import io.strata.documents.DocumentTrash;
import io.strata.documents.DocumentView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Removes a document from the trash for good. */
@ApplicationScoped
class DocumentPurge implements Operation {

    @Inject
    DocumentTrash trash;

    @Override
    public String name() {
        return "document.purge";
    }

    @Override
    public Optional<Proposal> propose(Object[] arguments) {
        DocumentView document = trash.purgeable((UUID) arguments[0]);
        return Optional.of(DocumentDeletion.proposal(
                document, "purge", "Remove the document “%s” for good.".formatted(document.title())));
    }

    @Override
    public Object[] read(String arguments) {
        return new Object[] {
            Json.<DocumentDeletion.Arguments>read(arguments, DocumentDeletion.Arguments.class)
                    .document()
        };
    }

    @Override
    public Object perform(Object[] arguments) {
        trash.purge((UUID) arguments[0]);
        return null;
    }
}
