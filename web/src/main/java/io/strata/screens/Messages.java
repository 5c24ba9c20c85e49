package io.strata.screens;

import io.strata.common.ProblemException;
import io.strata.common.ProblemException.FieldProblem;
import io.strata.common.ProblemType;
import io.strata.transaction.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The texts of the screens in the language of the view, and the notes that screens leave for the person. */
@Named
@ApplicationScoped
public class Messages {

    private static final String BUNDLE = "io.strata.screens.messages";

    /** The text of a key with its values filled in; the last part of the key in words when there is no text for it. */
    public String get(String key, Object... values) {
        try {
            String text = ResourceBundle.getBundle(BUNDLE, locale(), Messages.class.getClassLoader())
                    .getString(key);
            return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
        } catch (MissingResourceException e) {
            return key.substring(key.lastIndexOf('.') + 1).replace('_', ' ');
        }
    }

    /** Tells the person that something was done. */
    public void done(String key, Object... values) {
        add(FacesMessage.SEVERITY_INFO, get(key, values), null);
    }

    /** Tells the person that something could not be done, and why. */
    public void refused(String key, String reason) {
        add(FacesMessage.SEVERITY_ERROR, get(key), reason);
    }

    /** Tells the person that something could not be done, in words with values. */
    public void refusedWith(String key, Object... values) {
        add(FacesMessage.SEVERITY_ERROR, get(key, values), null);
    }

    /**
     * Does what a person asked for and tells them how it went: what a service refuses, or a store that is away, becomes
     * a note instead of an error page.
     */
    public void attempt(Runnable action, String doneKey, Object... values) {
        String reason = reasonAgainst(action);
        if (reason == null) {
            done(doneKey, values);
        } else {
            refused("refused", reason);
        }
    }

    /** Does what a person asked for; {@code null} when it went well, otherwise what to tell them. */
    public String reasonAgainst(Runnable action) {
        try {
            action.run();
            return null;
        } catch (ProblemException problem) {
            return problem.getMessage();
        } catch (RuntimeException failure) {
            ProblemType store = StoreFailure.classify(failure).orElseThrow(() -> failure);
            return get("unavailable." + store.code());
        }
    }

    /**
     * Does what a form asks for. What is wrong with a field is noted beside the field, whose component is named like it in
     * camel case; everything else as a note of the page.
     *
     * @return whether it was done
     */
    public boolean attemptForm(String form, Runnable action) {
        List<FieldProblem> wrong = new ArrayList<>();
        String reason = reasonAgainst(() -> {
            try {
                action.run();
            } catch (ProblemException problem) {
                wrong.addAll(problem.details());
                if (wrong.isEmpty()) {
                    throw problem;
                }
            }
        });
        if (reason != null) {
            refused("refused", reason);
        }
        wrong.forEach(problem -> note(form, problem));
        return reason == null && wrong.isEmpty();
    }

    private void note(String form, FieldProblem problem) {
        String message = get("field." + problem.field()) + " " + problem.message();
        String id = form + ":" + camelCase(problem.field());
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean isShown = faces.getViewRoot().findComponent(id) != null;
        faces.addMessage(isShown ? id : null, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
    }

    private static void add(FacesMessage.Severity severity, String summary, String detail) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, summary, detail));
    }

    private static String camelCase(String name) {
        return Pattern.compile("_(.)")
                .matcher(name)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static Locale locale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null || faces.getViewRoot() == null
                ? Locale.ENGLISH
                : faces.getViewRoot().getLocale();
    }
}
