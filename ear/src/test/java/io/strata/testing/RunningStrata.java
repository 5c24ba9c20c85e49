package io.strata.testing;

import io.strata.launcher.TestStrata;
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
                .computeIfAbsent(World.class, key -> new World(TestStrata.start()), World.class);
    }
}
