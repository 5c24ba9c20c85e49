package io.strata.inside;

import io.strata.launcher.TestStrata;
import org.jboss.arquillian.config.descriptor.api.ArquillianDescriptor;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;

/** Starts the stores and a server without an application before the first test inside it, and stops them at the end. */
public class InsideServer implements LoadableExtension {

    private static TestStrata strata;

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(InsideServer.class);
    }

    /** Before {@link ArquillianDescriptor}, which needs the port, is read. */
    public void start(@Observes(precedence = 1000) ManagerStarted event) {
        strata = TestStrata.startWithoutApplication();
        System.setProperty(
                "strata.management.port", Integer.toString(strata.server().managementPort()));
    }

    /** After the application has been taken away. */
    public void stop(@Observes(precedence = -1000) AfterSuite event) {
        strata.close();
    }
}
