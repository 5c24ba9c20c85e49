package io.strata.testing;

import io.strata.launcher.TestStrata;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts Strata when the first test asks for it, and stops it when the last one is over. */
final class RunningStrata implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RunningStrata.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(World.class, key -> start(), World.class);
    }

    /** A Strata that sends its mail to the tests, and knows under which address it is reached. */
    private static World start() {
        Mailbox mailbox = Mailbox.open();
        try {
            TestStrata strata = TestStrata.start(environment -> withMail(environment, mailbox));
            return new World(strata, mailbox, new Contract(strata.server().uri()));
        } catch (RuntimeException e) {
            mailbox.close();
            throw e;
        }
    }

    private static Map<String, String> withMail(Map<String, String> environment, Mailbox mailbox) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(mailbox.settings());
        changed.put("STRATA_PUBLIC_URL", "http://127.0.0.1:" + environment.get("STRATA_HTTP_PORT"));
        return changed;
    }
}
