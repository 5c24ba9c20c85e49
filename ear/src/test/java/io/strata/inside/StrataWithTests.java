package io.strata.inside;

import java.io.File;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it was built, with one more web module that holds a test. */
final class StrataWithTests {

    private StrataWithTests() {}

    static EnterpriseArchive with(Class<?> test, Class<?>... libraries) {
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClass(test)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        for (Class<?> library : libraries) {
            tests.addAsLibrary(new File(
                    library.getProtectionDomain().getCodeSource().getLocation().getPath()));
        }
        EnterpriseArchive strata = ShrinkWrap.create(ZipImporter.class, "strata.ear")
                .importFrom(Path.of(System.getProperty("strata.checkout"), "ear/target/strata.ear")
                        .toFile())
                .as(EnterpriseArchive.class);
        return strata.addAsModule(Testable.archiveToTest(tests)).setApplicationXML(new StringAsset(descriptor(strata)));
    }

    private static String descriptor(EnterpriseArchive strata) {
        try (var stream = strata.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replaceFirst(
                            "(?=<library-directory>)",
                            "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
