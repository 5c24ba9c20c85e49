package io.strata.documents;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.accounts.Callers;
import io.strata.accounts.Device;
import io.strata.accounts.LinkSecrets;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Opens documents for those who come with a link. They read what the maker of the link may read at that moment, so that
 * rules, roles and the trash count for links as they do for their makers. Guessing is slowed down as at the sign-in.
 */
@ApplicationScoped
public class LinkOpening {

    @Inject
    LinkedDocuments links;

    @Inject
    LinkSecrets secrets;

    @Inject
    Callers callers;

    @Inject
    DocumentLibrary library;

    /**
     * Opens a link.
     *
     * @param password {@code null} for none
     * @param begins whether a download begins with this, and is no later part of one
     * @throws ProblemException not found, when it leads nowhere or does so no more; unauthenticated, when it asks for a
     *     password; rate limited
     */
    @Open("whoever has the secret was given it by somebody who may read the document")
    public LinkedDocument open(String secret, String password, Device device, boolean begins) {
        secrets.requireOpen(device);
        Optional<DocumentLink> found = as(Caller.system(), () -> links.find(secrets.hash(secret)));
        if (found.isEmpty()) {
            secrets.countUnknown(device);
            throw ProblemException.notFound("link");
        }
        DocumentLink link = found.get();
        requirePassword(link, password, device);
        Caller maker = callers.active(link.createdBy()).orElseThrow(() -> ProblemException.notFound("link"));
        UUID id = link.documentId();
        DocumentView document = read(maker, id);
        if (begins) {
            as(Caller.system(), () -> {
                links.opened(link.id(), document.workspaceId());
                return null;
            });
        }
        return new LinkedDocument(document, new LinkedDocument.Bytes() {
            @Override
            public InputStream all() {
                return as(maker, () -> library.content(id).stream());
            }

            @Override
            public InputStream part(long first, long last) {
                return as(maker, () -> library.content(id, first, last).stream());
            }
        });
    }

    private void requirePassword(DocumentLink link, String password, Device device) {
        if (link.passwordHash() == null) {
            return;
        }
        secrets.requireOpen(link.id());
        if (password == null) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "This link asks for a password.");
        }
        if (!secrets.matches(password, link.passwordHash())) {
            secrets.countWrong(link.id(), device);
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The password is wrong.");
        }
    }

    /** Whoever may no longer read it has made a link that leads nowhere. */
    private DocumentView read(Caller maker, UUID id) {
        try {
            return as(maker, () -> library.get(id));
        } catch (ProblemException e) {
            throw e.type() == ProblemType.FORBIDDEN ? ProblemException.notFound("link") : e;
        }
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        Caller before = CurrentCaller.find().orElse(null);
        CurrentCaller.bind(caller);
        try {
            return work.get();
        } finally {
            CurrentCaller.bind(before);
        }
    }
}
