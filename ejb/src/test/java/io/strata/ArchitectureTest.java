package io.strata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.strata.access.Open;
import io.strata.access.Requires;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The boundaries between features, as tests. */
@AnalyzeClasses(packages = "io.strata", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground up: a feature sees its own tier, without cycles, and the ones below. */
    private static final List<Set<String>> TIERS = List.of(
            Set.of("common", "settings"),
            Set.of("transaction", "access", "audit", "events", "secrets", "storage", "search"),
            Set.of(
                    "accounts",
                    "groups",
                    "workspaces",
                    "content",
                    "graph",
                    "documents",
                    "jobs",
                    "egress",
                    "mail",
                    "limits",
                    "requests"),
            Set.of("tokens", "policies", "views", "reconciliation", "recovery", "imports", "agents", "approvals"),
            Set.of("operations", "webhooks", "realtime"),
            Set.of("startup"));

    /** These listen; nobody may depend on them. */
    private static final String[] LISTENERS = {"io.strata.webhooks..", "io.strata.realtime..", "io.strata.startup.."};

    @ArchTest
    static final ArchRule everyFeatureHasItsTier = classes()
            .that(resideInAPackage("io.strata.."))
            .should(new ArchCondition<>("belong to a feature that has a tier") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            type, tier(type).isPresent(), type.getName() + " belongs to no known feature"));
                }
            });

    @ArchTest
    static final ArchRule featuresLookDownOnly = classes()
            .that(resideInAPackage("io.strata.."))
            .should(new ArchCondition<>("depend on features of their own tier or below") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        Optional<Integer> target = tier(dependency.getTargetClass());
                        if (target.isPresent() && target.get() > tier(type).orElseThrow()) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("io.strata.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyDependsOnListeners = noClasses()
            .that()
            .resideOutsideOfPackages(LISTENERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LISTENERS);

    @ArchTest
    static final ArchRule everyServiceMethodDeclaresItsPermission = methods()
            .that()
            .arePublic()
            .and()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat(service())
            .should(declareAPermission());

    @ArchTest
    static final ArchRule servicesDoNotKnowHowTheyAreCalled = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.faces..", "jakarta.websocket..");

    private static DescribedPredicate<JavaClass> service() {
        return DescribedPredicate.describe(
                "are public services",
                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.isAnnotatedWith(ApplicationScoped.class));
    }

    private static ArchCondition<JavaMethod> declareAPermission() {
        return new ArchCondition<>("declare @Requires or @Open") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean declared = declares(method) || declares(method.getOwner());
                events.add(new SimpleConditionEvent(
                        method, declared, method.getFullName() + " declares neither @Requires nor @Open"));
            }
        };
    }

    private static boolean declares(CanBeAnnotated element) {
        return element.isAnnotatedWith(Requires.class) || element.isAnnotatedWith(Open.class);
    }

    private static Optional<Integer> tier(JavaClass type) {
        String feature = feature(type);
        for (int tier = 0; tier < TIERS.size(); tier++) {
            if (TIERS.get(tier).contains(feature)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    private static String feature(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        boolean ours = parts.length > 2 && parts[0].equals("io") && parts[1].equals("strata");
        return ours ? parts[2] : "";
    }
}
