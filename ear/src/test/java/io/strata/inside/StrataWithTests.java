package io.strata.inside;

import io.strata.testing.StrataArchive;
import java.io.File;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
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
        return StrataArchive.with(Testable.archiveToTest(tests), "tests");
    }
}
