package io.strata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.strata.access.Open;
import io.strata.access.Requires;
import jakarta.ws.rs.HttpMethod;
import java.nio.file.Path;
import java.util.Set;

/** What endpoints and screens may touch, and what they must say. */
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

    @ArchTest
    static final ArchRule everyEndpointDeclaresItsPermission = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(new ArchCondition<JavaMethod>("declare @Requires or @Open") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean declared = declares(method) || declares(method.getOwner());
                    events.add(new SimpleConditionEvent(
                            method, declared, method.getFullName() + " declares neither @Requires nor @Open"));
                }
            });

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("io.strata.(*)..").should().beFreeOfCycles();

    private static boolean declares(CanBeAnnotated element) {
        return element.isAnnotatedWith(Requires.class) || element.isAnnotatedWith(Open.class);
    }
}
