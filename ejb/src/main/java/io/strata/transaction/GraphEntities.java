package io.strata.transaction;

import java.util.List;

/**
 * The classes that a feature keeps in the graph. Named one by one, because scanning a package would also find the
 * classes that the web module has under the same name.
 */
public interface GraphEntities {

    /** The feature's OGM entities. */
    List<Class<?>> classes();
}
