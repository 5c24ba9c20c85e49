package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds many documents at once, for those who take them away together. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class DocumentSelection {

    /** How many documents are taken away together at most. */
    public static final int MOST = 5000;

    private static final DocumentOrder FIRST_COME = new DocumentOrder(DocumentSort.CREATED, true);

    @Inject
    Policy policy;

    @Inject
    DocumentAccess access;

    @Inject
    DocumentViews views;

    @Inject
    DocumentListing listing;

    @Inject
    Folders folders;

    /**
     * Documents of a workspace that are named one by one.
     *
     * @throws ProblemException not found, when there is one among them that the workspace does not have
     */
    @Requires(Action.DOCUMENT_READ)
    public List<DocumentView> named(UUID workspaceId, List<UUID> ids) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        ids.forEach(id -> {
            if (!access.require(id, Action.DOCUMENT_READ).workspaceId().equals(workspaceId)) {
                throw ProblemException.notFound("document");
            }
        });
        return views.inOrder(ids);
    }

    /**
     * All documents of a workspace that a filter finds, in the order of their coming.
     *
     * @throws ProblemException conflict, when there are more than {@link #MOST}
     */
    @Requires(Action.DOCUMENT_READ)
    public List<DocumentView> found(UUID workspaceId, DocumentFilter filter) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        List<DocumentView> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<DocumentView> page = listing.page(workspaceId, filter, FIRST_COME, cursor, Page.MAXIMUM_LIMIT);
            found.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null && found.size() < MOST);
        if (cursor != null) {
            throw ProblemException.conflict("There are more than " + MOST + " documents. Ask for fewer at a time.");
        }
        return found;
    }

    /** The folders of a workspace as paths, with a slash behind each name. */
    @Requires(Action.DOCUMENT_READ)
    public Map<UUID, String> paths(UUID workspaceId) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        return folders.paths(workspaceId);
    }
}
