package io.strata.storage;

import io.strata.settings.Dependency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The object store answers for our bucket. */
@ApplicationScoped
class ObjectStorageDependency implements Dependency {

    @Inject
    ObjectStorage storage;

    @Override
    public String name() {
        return "object_storage";
    }

    @Override
    public void check() {
        storage.check();
    }
}
