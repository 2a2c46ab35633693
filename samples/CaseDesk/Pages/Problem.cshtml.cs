using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseDesk.Pages;

/// <summary>Says what went wrong without saying anything of what was entered.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    public string Sentence { get; private set; } = "";

    public void OnGet(int? code) => Choose(code);

    public void OnPost(int? code) => Choose(code);

    private void Choose(int? code) => Sentence = code switch
    {
        400 => "Die Eingabe war nicht lesbar. Bitte öffnen Sie das Formular neu.",
        404 => "Diese Seite oder diesen Vorgang gibt es nicht.",
        413 => "Die Eingabe ist zu groß.",
        _ => "Es ist ein Fehler aufgetreten; es wurde nichts geändert. Bitte versuchen Sie es noch einmal.",
    };
}
