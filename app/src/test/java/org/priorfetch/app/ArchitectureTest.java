package org.priorfetch.app;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which packages the application has, and what each may know. */
@AnalyzeClasses(packages = "org.priorfetch.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> ENGINE = resideInAPackage("org.priorfetch.engine..");

    @ArchTest
    static final ArchRule everyClassHasItsPlace = classes().should()
            .resideInAnyPackage("..app.launch..", "..app.bridge..", "..app.tray..", "..app.panel..", "..app.shell..",
                    "..app.today..", "..app.transfers..", "..app.fetch..", "..app.review..", "..app.sources..",
                    "..app.rules..", "..app.reports..", "..app.preferences..", "..app.firstrun..", "..app.controls..",
                    "..app.i18n..", "..app.screen..", "..app.profile..", "..app.search..", "..app.lock..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("org.priorfetch.app.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineIsKnownByItsInterface = noClasses().that()
            .resideOutsideOfPackage("..app.launch..")
            .should()
            .dependOnClassesThat(
                    ENGINE.and(resideOutsideOfPackages("..engine.api..", "..engine.diagnosis..", "..engine.model..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyLaunchComposesTheEngine = noClasses().should()
            .dependOnClassesThat(ENGINE.and(resideOutsideOfPackages("..engine.api..", "..engine.diagnosis..",
                    "..engine.model..", "..engine.runtime..", "..engine.cli..")));

    @ArchTest
    static final ArchRule onlyTheBridgeCarriesStateToTheFxThread = noClasses().that()
            .resideOutsideOfPackage("..app.bridge..")
            .should()
            .accessTargetWhere(target(name("runLater")).and(target(owner(name("javafx.application.Platform")))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheTrayKnowsAwt = noClasses().that()
            .resideOutsideOfPackage("..app.tray..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.awt..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule toolkitsOfTheEngineStayThere = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.aoju..", "ca.uhn..", "java.sql..", "javax.sql..", "org.jdbi..", "javax.swing..",
                    "javafx.fxml..");
}
