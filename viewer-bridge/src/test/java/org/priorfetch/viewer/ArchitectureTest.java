package org.priorfetch.viewer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the viewer's side may know. */
@AnalyzeClasses(packages = "org.priorfetch.viewer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nobodyKnowsAScreen = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule theEngineIsKnownByItsInterface = noClasses().should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.priorfetch.engine..")
                    .and(JavaClass.Predicates.resideOutsideOfPackages("..engine.api..", "..engine.model..")));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("org.priorfetch.viewer.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);
}
