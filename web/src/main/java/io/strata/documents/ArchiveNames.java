package io.strata.documents;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives every file of an archive a name of its own, also where upper and lower case are the same. */
final class ArchiveNames {

    private final Set<String> taken = new HashSet<>();

    /** That a name is not to be given. */
    ArchiveNames without(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /**
     * The name of a file.
     *
     * @param folder with a slash at its end; empty at the top
     * @return the file's own name, or that with a number before its extension
     */
    String of(String folder, String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot < 1 ? fileName : fileName.substring(0, dot);
        String extension = dot < 1 ? "" : fileName.substring(dot);
        String name = folder + fileName;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = folder + stem + " (" + number + ")" + extension;
        }
        return name;
    }
}
