package io.strata.graph;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import java.net.URI;
import java.net.URISyntaxException;

/** What links and embedded pages must be like. */
final class ArtifactRules {

    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_TITLE = 500;

    private ArtifactRules() {}

    /**
     * Requires that a request makes sense.
     *
     * @throws ProblemException validation, naming every wrong field
     */
    static void check(CreateArtifact request) {
        Validation validation = new Validation().present("url", request.url());
        check(validation, request.kind(), request.url(), request.title());
    }

    /** Likewise. */
    static void check(ArtifactChanges changes) {
        Validation validation = new Validation();
        if (changes.title() != null && changes.title().isBlank()) {
            validation.problem("title", "must not be empty");
        }
        check(validation, changes.kind(), changes.url(), changes.title());
    }

    private static void check(Validation validation, ArtifactKind kind, String url, String title) {
        if (kind == ArtifactKind.FILE) {
            validation.problem("kind", "must be link or embed; files are uploaded as documents");
        }
        if (url != null && !isAddress(url)) {
            validation.problem(
                    "url",
                    "must be an address that begins with http:// or https://, without a password, of at most "
                            + LONGEST_ADDRESS + " characters");
        }
        validation.optionalText("title", title, LONGEST_TITLE).done();
    }

    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web
                    && url.length() <= LONGEST_ADDRESS
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
