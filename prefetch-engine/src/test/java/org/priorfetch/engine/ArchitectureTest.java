package org.priorfetch.engine;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which, and where each library lives. */
@AnalyzeClasses(packages = PackageTable.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {"..engine.model..", "..engine.identity..", "..engine.prior..",
            "..engine.plan..", "..engine.importing..",
            "..engine.forecast.."};

    @ArchTest
    static final ArchRule packagesKnowOnlyWhatTheTableAllows = classes()
            .should(PackageTable.importOnlyWhatItAllows())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching(PackageTable.ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule purePackagesUseNothingButTheJdk = classes().that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java.lang..", "java.math..", "java.nio.charset..", "java.text..", "java.time..",
                    "java.util..",
                    "org.jspecify.annotations", PackageTable.ROOT + "..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule databaseLivesInTheStore = livesOnlyIn("..engine.store..", "java.sql..", "javax.sql..",
            "org.jdbi..", "com.zaxxer..", "org.flywaydb..", "org.h2..");

    @ArchTest
    static final ArchRule dicomToolkitLivesInDicomAndDemo = noClasses().that()
            .resideOutsideOfPackages("..engine.dicom..", "..engine.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.aoju..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule hl7LibraryLivesInHl7 = livesOnlyIn("..engine.hl7..", "ca.uhn..");

    @ArchTest
    static final ArchRule yamlLivesInTheSettings = livesOnlyIn("..engine.settings..", "org.yaml..");

    @ArchTest
    static final ArchRule nobodyKnowsAScreen = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "javax.swing..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheDemoDraws = livesOnlyIn("..engine.demo..", "java.awt..", "javax.imageio..");

    @ArchTest
    static final ArchRule onlyTheRuntimeReadsTheWallClock = noClasses().that(
            resideInAPackage(PackageTable.ROOT + "..").and(
                    resideInAnyPackage("..engine.runtime..", "..engine.demo..").negate()))
            .should()
            .accessTargetWhere(target(nameMatching("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .accessTargetWhere(target(nameMatching("currentTimeMillis")))
            .because("time comes in through the clock, so that tests can set it")
            .allowEmptyShould(true);

    private static ArchRule livesOnlyIn(String home, String... packages) {
        return noClasses().that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }
}
