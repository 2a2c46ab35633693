namespace Krm.Cli.Doctor;

/// <summary>One thing that <c>krm doctor</c> looked at.</summary>
/// <param name="Key">Name for machines.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Version">Version or value.</param>
/// <param name="Fingerprint">Fingerprint of the data; empty where there is none.</param>
/// <param name="State">How it is.</param>
/// <param name="Note">What a person should know or do; may be empty.</param>
internal sealed record DoctorLine(
    string Key, string Title, string Version, string Fingerprint = "", DoctorState State = DoctorState.Good, string Note = "");
