package io.strata.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a program that refuses to run as root is run when we are root: in a user namespace where we are nobody, or else as
 * the user nobody, who then owns the program's data.
 */
record Unprivileged(List<String> prefix) {

    private static final String NOBODY = "65534";

    /**
     * Finds the way for this process.
     *
     * @param data folder that the program owns
     * @param programs folder that it must be able to read
     */
    static Unprivileged of(Path data, Path programs) throws IOException {
        if (!Command.run(List.of("id", "-u")).output().equals("0")) {
            return new Unprivileged(List.of());
        }
        if (Command.succeeds(List.of("unshare", "-U", "true"))) {
            return new Unprivileged(List.of("unshare", "-U"));
        }
        List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        Unprivileged nobody = new Unprivileged(asNobody);
        Command.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, data.toString()));
        if (Command.succeeds(nobody.command(List.of("test", "-w", data.toString())))
                && Command.succeeds(nobody.command(List.of("test", "-r", programs.toString())))) {
            return nobody;
        }
        throw new StartFailure("PostgreSQL refuses to run as root and this machine offers no way around it:"
                + " start Strata as an ordinary user, or set STRATA_DATA_DIR to a folder that everybody can enter.");
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}
