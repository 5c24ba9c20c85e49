package io.strata.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The EAR as it was built, with one more web module that works inside the server. */
public final class StrataArchive {

    private StrataArchive() {}

    /**
     * Adds a module.
     *
     * @param name its file without {@code .war}, and its context root
     */
    public static EnterpriseArchive with(Archive<?> module, String name) {
        EnterpriseArchive strata = ShrinkWrap.create(ZipImporter.class, "strata.ear")
                .importFrom(Path.of(System.getProperty("strata.checkout"), "ear/target/strata.ear")
                        .toFile())
                .as(EnterpriseArchive.class);
        return strata.addAsModule(module).setApplicationXML(new StringAsset(descriptor(strata, name)));
    }

    private static String descriptor(EnterpriseArchive strata, String name) {
        String module = "<module><web><web-uri>" + name + ".war</web-uri><context-root>/" + name
                + "</context-root></web></module>";
        try (InputStream stream =
                strata.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("(?=<library-directory>)", module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
