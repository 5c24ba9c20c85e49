package io.strata.documents;

import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import java.text.Normalizer;
import java.util.UUID;

/**
 * A new folder.
 *
 * @param parentId the folder it shall be in; {@code null} for the top of the workspace
 */
@RequiredFields("name")
public record FolderRequest(String name, UUID parentId) {

    private static final int MAXIMUM_NAME = 100;

    /**
     * A name in the form in which it is kept: composed, so that what looks the same is the same.
     *
     * @throws io.strata.common.ProblemException validation, when it is missing, too long, or would be a path
     */
    static String cleanName(String name) {
        Validation validation = new Validation().text("name", name, MAXIMUM_NAME);
        if (name != null
                && (name.contains("/") || name.contains("\\") || name.strip().matches("\\.+"))) {
            validation.problem("name", "must not contain slashes or consist of dots");
        }
        validation.done();
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }
}
