package io.strata.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.strata.common.ProblemException.FieldProblem;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValidationTest {

    @Test
    void namesEveryWrongFieldAtOnce() {
        Validation validation = new Validation().text("title", " ", 10).text("name", "far too long a name", 5);

        ProblemException problem = catchThrowableOfType(ProblemException.class, validation::done);

        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_ERROR);
        assertThat(problem.details())
                .containsExactly(
                        new FieldProblem("title", "is required"),
                        new FieldProblem("name", "must have at most 5 characters"));
    }

    @Test
    void refusesCharactersThatStoresCannotKeep() {
        Validation validation = new Validation().text("title", "nul \u0000 inside", 100);

        assertThat(catchThrowableOfType(ProblemException.class, validation::done)
                        .details())
                .extracting(FieldProblem::field)
                .containsExactly("title");
    }

    @Test
    void acceptsLineBreaksAndAnyLanguage() {
        assertThatCode(() -> new Validation()
                        .text("title", "Zeile 1\nZeile 2\tعربى 🙂", 100)
                        .done())
                .doesNotThrowAnyException();
    }

    @Test
    void takesAnIdentifierThatIsNoneForAThingThatDoesNotExist() {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> Validation.identifier("1-1-1-1-1", "node"));

        assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void readsAnIdentifier() {
        UUID id = UuidV7.next();

        assertThat(Validation.identifier(id.toString(), "node")).isEqualTo(id);
    }
}
