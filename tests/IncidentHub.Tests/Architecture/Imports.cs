using System.Reflection;
using System.Reflection.Emit;

namespace IncidentHub.Tests.Architecture;

/// <summary>Which types of ours a type uses: in its signatures, and in the bodies of its methods.</summary>
static class Imports
{
    const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> opCodes = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        foreach (var implemented in type.GetInterfaces())
            Add(used, implemented);
        foreach (var attribute in type.GetCustomAttributesData())
            Add(used, attribute.AttributeType);
        foreach (var field in type.GetFields(Everything))
            Add(used, field.FieldType);
        foreach (var property in type.GetProperties(Everything))
            Add(used, property.PropertyType);
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
            AddMethod(used, method);
        used.Remove(type);
        return used;
    }

    static void AddMethod(HashSet<Type> used, MethodBase method)
    {
        Add(used, (method as MethodInfo)?.ReturnType);
        foreach (var parameter in method.GetParameters())
            Add(used, parameter.ParameterType);
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var variable in body.LocalVariables)
            Add(used, variable.LocalType);
        foreach (var clause in body.ExceptionHandlingClauses.Where(c => c.Flags is ExceptionHandlingClauseOptions.Clause))
            Add(used, clause.CatchType);
        foreach (var member in Tokens(body.GetILAsByteArray()!).Select(token => Resolve(method, token)))
        {
            Add(used, member as Type ?? member?.DeclaringType);
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                foreach (var argument in generic.GetGenericArguments())
                    Add(used, argument);
            }
        }
    }

    static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xFE)
                value = unchecked((short)(0xFE00 | code[at++]));
            var operand = opCodes[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(code, at);
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }

    static MemberInfo? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod);
    }

    static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null)
            return;
        if (type.HasElementType)
            Add(used, type.GetElementType());
        else if (type.IsGenericType)
        {
            used.Add(type.GetGenericTypeDefinition());
            foreach (var argument in type.GetGenericArguments().Where(a => !a.IsGenericParameter))
                Add(used, argument);
        }
        else if (!type.IsGenericParameter)
            used.Add(type);
    }
}
