package io.strata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Set;

/** What jobs may touch. */
@AnalyzeClasses(locations = ArchitectureTest.OwnClasses.class)
class ArchitectureTest {

    /** The classes of this module only: the build puts those of other modules on the class path beside them. */
    static final class OwnClasses implements LocationProvider {

        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(Location.of(Path.of("target", "classes")));
        }
    }

    @ArchTest
    static final ArchRule storesAreReachedThroughServicesOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "jakarta.jms..",
                    "java.sql..",
                    "javax.sql..",
                    "org.hibernate..",
                    "org.neo4j..",
                    "software.amazon..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.strata.transaction.Graph");
}
