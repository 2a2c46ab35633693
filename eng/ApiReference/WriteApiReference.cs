// Writes the API reference from the XML documentation of the built libraries: one page a namespace, one folder a package.
// dotnet run eng/ApiReference/WriteApiReference.cs OUTPUT FOLDER-OF-LIBRARIES …
#:property PublishAot=false
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

string[] packages = ["Krm.Calendar", "Krm.Rules", "Krm.Analytics", "Krm.Reporting", "Krm.Hosting"];
const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
var keywords = new Dictionary<Type, string>
{
    [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(char)] = "char", [typeof(int)] = "int", [typeof(long)] = "long",
    [typeof(float)] = "float", [typeof(double)] = "double", [typeof(string)] = "string", [typeof(object)] = "object", [typeof(uint)] = "uint", [typeof(ulong)] = "ulong",
};
var output = args[0];
var folders = args[1..];
var nullability = new NullabilityInfoContext();
var comments = new Dictionary<string, XElement>(StringComparer.Ordinal);
var undocumented = new List<string>();
AssemblyLoadContext.Default.Resolving += (context, name) => Find(name.Name + ".dll") is { } path ? context.LoadFromAssemblyPath(path) : null;

var index = new StringBuilder("# API reference\n\nWritten from the XML documentation by `eng/ApiReference`, as of the last release; the packages carry the same texts for your editor.\n");
foreach (var package in packages)
{
    foreach (var member in XDocument.Load(Find(package + ".xml")!).Descendants("member"))
    {
        comments[member.Attribute("name")!.Value] = member;
    }

    var types = AssemblyLoadContext.Default.LoadFromAssemblyPath(Find(package + ".dll")!).GetExportedTypes()
        .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal)).ToArray();
    index.Append(CultureInfo.InvariantCulture, $"\n## {package}\n\n");
    Directory.CreateDirectory(Path.Combine(output, package));
    foreach (var group in types.GroupBy(type => type.Namespace!).OrderBy(group => group.Key, StringComparer.Ordinal))
    {
        var page = $"{package}/{group.Key}.md";
        var text = new StringBuilder($"# {group.Key}\n");
        foreach (var type in group.OrderBy(NameOf, StringComparer.Ordinal))
        {
            WriteType(text, type);
        }

        File.WriteAllText(Path.Combine(output, page), Regex.Replace(text.ToString(), "\n{3,}", "\n\n"));
        index.Append(CultureInfo.InvariantCulture, $"- [{group.Key}]({page}): {string.Join(", ", group.Select(NameOf).Order(StringComparer.Ordinal).Select(name => $"`{name}`"))}\n");
    }
}

File.WriteAllText(Path.Combine(output, "README.md"), index.ToString());
undocumented.ForEach(Console.Error.WriteLine);
return undocumented.Count == 0 ? 0 : 1;

string? Find(string file) => folders.Select(folder => Path.GetFullPath(Path.Combine(folder, file))).FirstOrDefault(File.Exists);

void WriteType(StringBuilder text, Type type)
{
    var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type is { IsAbstract: true, IsSealed: true } ? "static class" : (type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "") + (type.GetMethod("<Clone>$") is null ? "class" : "record");
    text.Append(CultureInfo.InvariantCulture, $"\n## {NameOf(type)}\n\n`{kind} {NameOf(type)}`\n\n");
    WriteComment(text, type, CommentOf(type), "");
    if (type.IsEnum)
    {
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{field.Name}`: {Summary(field)}\n");
        }

        return;
    }

    foreach (var member in type.GetMembers(Declared).Where(IsShown).OrderBy(Order).ThenBy(member => member.Name, StringComparer.Ordinal))
    {
        text.Append(CultureInfo.InvariantCulture, $"\n**`{Signature(member)}`**\n\n");
        WriteComment(text, member, CommentOf(member), "  ");
    }
}

static int Order(MemberInfo member) => member switch { ConstructorInfo => 0, FieldInfo => 1, PropertyInfo => 2, _ => 3 };

// What a record or a property brings by itself says nothing.
static bool IsShown(MemberInfo member) => member is not Type
    && (member is PropertyInfo || member.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
    && member is not MethodInfo { IsSpecialName: true }
    && !(member is MethodInfo { IsVirtual: true } method && method.GetBaseDefinition().DeclaringType == typeof(object));

XElement? CommentOf(MemberInfo member)
{
    var comment = comments.GetValueOrDefault(IdOf(member));
    if (comment?.Element("inheritdoc") is { } inherited)
    {
        var source = inherited.Attribute("cref")?.Value is { } cref ? comments.GetValueOrDefault(cref) : InheritedFrom(member);
        return comment.Element("summary") is null ? source ?? comment : comment;
    }

    return comment ?? (member is ConstructorInfo ? comments.GetValueOrDefault(IdOf(member.DeclaringType!)) : null);
}

XElement? InheritedFrom(MemberInfo member) => member.DeclaringType!.GetInterfaces().Append(member.DeclaringType!.BaseType).OfType<Type>()
    .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
    .SelectMany(type => type.GetMember(member.Name)).Select(other => comments.GetValueOrDefault(IdOf(other))).FirstOrDefault(found => found is not null);

void WriteComment(StringBuilder text, MemberInfo member, XElement? comment, string indent)
{
    var isFramework = member is MethodInfo { Name: "Dispose" or "ToString" or "Equals" or "GetHashCode" };
    if (comment is null)
    {
        if (!isFramework)
        {
            // A positional parameter of a record is documented there.
            var parameter = comments.GetValueOrDefault(IdOf(member.DeclaringType ?? (Type)member))?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == member.Name);
            text.Append(parameter is null ? "" : Plain(parameter) + "\n\n");
            if (parameter is null)
            {
                undocumented.Add(IdOf(member));
            }
        }

        return;
    }

    foreach (var name in new[] { "summary", "remarks", "value" })
    {
        text.Append(comment.Element(name) is { } part ? Plain(part) + "\n\n" : "");
    }

    foreach (var parameter in member is ConstructorInfo or MethodInfo or PropertyInfo { Name: "Item" } ? comment.Elements("param") : [])
    {
        text.Append(CultureInfo.InvariantCulture, $"- `{parameter.Attribute("name")!.Value}`: {Plain(parameter)}\n");
    }

    text.Append(comment.Element("returns") is { } returns ? $"- returns: {Plain(returns)}\n" : "");
    foreach (var exception in comment.Elements("exception").Where(exception => exception.Attribute("cref") is not null))
    {
        text.Append(CultureInfo.InvariantCulture, $"- throws `{Last(exception.Attribute("cref")!.Value)}`: {Plain(exception)}\n");
    }

    text.Append(comment.Element("example") is { } example ? $"\n```\n{Code(example)}\n```\n" : "");
}

string Summary(MemberInfo member) => CommentOf(member)?.Element("summary") is { } summary ? Plain(summary) : "";

static string Code(XElement example)
{
    var lines = example.Value.ReplaceLineEndings("\n").Trim('\n').Split('\n');
    var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
    return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..].TrimEnd() : line.Trim())).Trim();
}

static string Plain(XElement element) => Regex.Replace(string.Concat(element.Nodes().Select(node => node switch
{
    XText words => words.Value,
    XElement { Name.LocalName: "see" or "seealso" } see => $"`{Last(see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? "")}`",
    XElement { Name.LocalName: "paramref" or "typeparamref" } reference => $"`{reference.Attribute("name")!.Value}`",
    XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
    XElement other => Plain(other) + " ",
    _ => "",
})), @"\s+", " ").Trim();

static string Last(string cref)
{
    var name = Regex.Replace(cref, @"^\w:|\(.*$|`+\d+", "");
    var parts = name.Split('.');
    return cref.StartsWith("T:", StringComparison.Ordinal) || parts.Length < 2 ? parts[^1] : parts[^1] == "#ctor" ? parts[^2] : $"{parts[^2]}.{parts[^1]}";
}

string NameOf(Type type)
{
    if (keywords.TryGetValue(type, out var keyword))
    {
        return keyword;
    }

    if (Nullable.GetUnderlyingType(type) is { } underlying)
    {
        return NameOf(underlying) + "?";
    }

    if (type.IsArray || type.IsByRef)
    {
        return NameOf(type.GetElementType()!) + (type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : "");
    }

    var name = type.IsNested && !type.IsGenericParameter ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.Name;
    return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
}

string WithNull(Type type, Func<NullabilityInfo> info) => NameOf(type) + (!type.IsValueType && !type.IsByRef && !type.IsGenericParameter && info().ReadState == NullabilityState.Nullable ? "?" : "");

string Signature(MemberInfo member) => member switch
{
    ConstructorInfo constructor => $"{NameOf(constructor.DeclaringType!).Split('<')[0]}({Parameters(constructor)})",
    FieldInfo field => $"{(field.IsLiteral ? "const " : "")}{NameOf(field.FieldType)} {field.Name}",
    PropertyInfo property => $"{(property.GetMethod?.IsStatic == true ? "static " : "")}{WithNull(property.PropertyType, () => nullability.Create(property))} {property.Name} {{ {(property.GetMethod is null ? "" : "get; ")}{Setter(property)}}}",
    MethodInfo method => $"{(method.IsStatic ? "static " : "")}{WithNull(method.ReturnType, () => nullability.Create(method.ReturnParameter))} {method.Name}{Generic(method)}({Parameters(method)})",
    _ => member.Name,
};

static string Setter(PropertyInfo property) => property.SetMethod is not { IsPublic: true } setter ? ""
    : setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? "init; " : "set; ";

string Generic(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";

string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select((parameter, place) =>
    (place == 0 && method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? (parameter.IsIn ? "in " : "ref ") : "")
    + WithNull(parameter.ParameterType, () => nullability.Create(parameter)) + " " + parameter.Name
    + (!parameter.HasDefaultValue ? "" : $" = {parameter.DefaultValue switch { null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null", string words => $"\"{words}\"", bool flag => flag ? "true" : "false", var value => string.Create(CultureInfo.InvariantCulture, $"{value}") }}")));

// The identifier under which the compiler writes a comment.
static string IdOf(MemberInfo member) => member switch
{
    Type type => "T:" + FullName(type),
    MethodBase method => $"M:{FullName(method.DeclaringType!)}.{method.Name.Replace('.', '#')}{(method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "")}{Arguments(method.GetParameters())}",
    PropertyInfo property => $"P:{FullName(property.DeclaringType!)}.{property.Name}{Arguments(property.GetIndexParameters())}",
    _ => $"F:{FullName(member.DeclaringType!)}.{member.Name}",
};

static string Arguments(ParameterInfo[] parameters) => parameters.Length == 0 ? "" : $"({string.Join(",", parameters.Select(parameter => Argument(parameter.ParameterType)))})";

static string Argument(Type type) => type.IsByRef ? Argument(type.GetElementType()!) + "@"
    : type.IsArray ? Argument(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(",", Enumerable.Repeat("0:", type.GetArrayRank()))}]")
    : type.IsGenericParameter ? (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition
    : type.IsGenericType ? $"{FullName(type.GetGenericTypeDefinition()).Split('`')[0]}{{{string.Join(",", type.GetGenericArguments().Select(Argument))}}}"
    : FullName(type);

static string FullName(Type type) => (type.IsGenericType && !type.IsGenericTypeDefinition ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
